package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoa.localstack.Stack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/tutorial.md does what the page says. {@code -Dupdate} rewrites the answers in it. */
@ExtendWith(RunningStack.class)
class TutorialIT {
    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final String WRITTEN_ORIGIN = "http://localhost:8080";
    private static final String END = "--- end of step ---";
    private static final String SCENARIO_OF_A_CALL = "\"scenario\":\"accepts\"";
    private static final int PATIENCE_SECONDS = 240;

    @TempDir
    private Path folder;

    @Test
    void theTutorialIsTrue(Stack stack) throws Exception {
        var tutorial = new Tutorial(PROJECT.resolve("docs/tutorial.md"));
        var steps = tutorial.steps();
        prepareFolder();

        var answers = run(steps, stack.origin().toString());

        var shown = new ArrayList<String>();
        for (int i = 0; i < steps.size(); i++) {
            var block = steps.get(i).answer();
            shown.add(block == null ? "" : Tutorial.shown(block.kind(), answers.get(i)));
        }
        if (System.getProperty("update") != null) {
            tutorial.rewrite(steps, shown);
            return;
        }
        for (int i = 0; i < steps.size(); i++) {
            var block = steps.get(i).answer();
            if (block != null) {
                assertThat(shown.get(i))
                        .as(steps.get(i).command())
                        .isEqualTo(Tutorial.shown(block.kind(), block.content()));
            }
        }
    }

    /** As the reader's: the commands of the project, which know the test's stack by its folder. */
    private void prepareFolder() throws IOException {
        var stoa = folder.resolve("stoa");
        var data = Path.of("target", "system-test-stack").toAbsolutePath();
        Files.writeString(stoa, "#!/bin/sh\nexec '%s/stoa' \"$@\" --data '%s'\n".formatted(PROJECT, data));
        assertThat(stoa.toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(folder.resolve("samples"), PROJECT.resolve("samples"));
    }

    /** Whoever reads slowly has no stream any more when the call begins: it has ended with its token. */
    private static String breakBefore(Tutorial.Step step) {
        return step.command().contains(SCENARIO_OF_A_CALL) ? "{ kill %% && wait %%; } 2>/dev/null || true\n" : "";
    }

    private List<String> run(List<Tutorial.Step> steps, String origin) throws IOException, InterruptedException {
        var script = steps.stream()
                .map(step ->
                        breakBefore(step) + step.command().replace(WRITTEN_ORIGIN, origin) + "\necho '" + END + "'\n")
                .collect(Collectors.joining("", "set -eu\ntrap 'kill $(jobs -p) || true' EXIT\n", ""));
        var file = Files.writeString(folder.resolve("tutorial.sh"), script);
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder("bash", file.toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("STOA_URL", origin);
        // Every Java would say that it has seen it, and the reader's does not.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        var process = builder.start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("it ends")
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        var text = Files.readString(output, StandardCharsets.UTF_8).replace(origin, WRITTEN_ORIGIN);
        assertThat(process.exitValue()).as(text).isZero();
        return List.of(text.split(END + "\n"));
    }
}
