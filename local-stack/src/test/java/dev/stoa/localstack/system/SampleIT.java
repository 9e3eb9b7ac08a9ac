package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoa.localstack.Stack;
import dev.stoa.localstack.provider.Integrators;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sample integration sees all states of its ticket, although its stream breaks after each of them. */
@ExtendWith(RunningStack.class)
class SampleIT {
    private static final String NAME = "cut-off-school";

    @TempDir
    private Path folder;

    @Test
    void theSampleGoesOnWhereItsStreamBroke(Stack stack) throws Exception {
        var data = Path.of("target", "system-test-stack").toAbsolutePath();
        var running = dev.stoa.localstack.data.RunningStack.in(data);
        var secret = new Integrators(running.keycloak(), running.secrets().keycloakPassword())
                .add(NAME, List.of("tickets", "events", "sandbox"));

        try (var proxy = new CuttingProxy(stack.origin())) {
            var output = folder.resolve("output.txt");
            var builder = new ProcessBuilder("node", "../samples/integration.mjs", "expert-no-show")
                    .redirectError(folder.resolve("errors.txt").toFile())
                    .redirectOutput(output.toFile());
            builder.environment().put("STOA_URL", proxy.url());
            builder.environment().put("STOA_CLIENT_ID", NAME);
            builder.environment().put("STOA_CLIENT_SECRET", secret);
            var sample = builder.start();
            try {
                assertThat(sample.waitFor(120, TimeUnit.SECONDS)).isTrue();
            } finally {
                sample.destroy();
            }

            assertThat(sample.exitValue())
                    .as(Files.readString(folder.resolve("errors.txt")))
                    .isZero();
            assertThat(Files.readAllLines(output).stream().filter(line -> !line.contains(" ")))
                    .containsExactly(
                            "queued", "offered", "matched", "queued", "offered", "matched", "in-call", "completed");
            assertThat(proxy.resumed()).hasSizeGreaterThan(6).startsWith("");
            assertThat(proxy.resumed().stream().skip(1)).doesNotContain("").doesNotHaveDuplicates();
        }
    }
}
