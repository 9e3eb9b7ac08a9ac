package dev.stoa.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code stoa} in a project of its own, where Maven and Java only say that they were called. */
class ScriptTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    /** What {@code up} looks for before it decides that nothing is to be built. */
    private static final List<String> BUILT = List.of(
            "pom.xml",
            "web-ui/dist/index.html",
            "identity-service/target/quarkus-app/quarkus-run.jar",
            "matchmaking-service/target/quarkus-app/quarkus-run.jar",
            "signaling-service/target/quarkus-app/quarkus-run.jar",
            "local-stack/target/local-stack-0.1.0-SNAPSHOT.jar",
            "local-stack/target/built");

    @TempDir
    private Path project;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void make() throws IOException {
        program("stoa", Files.readString(Path.of("../stoa")));
        program("mvnw", "#!/bin/sh\necho built >> maven-ran\n");
        program("jdk/bin/java", "#!/bin/sh\necho \"$@\" > java-ran\nwhile [ -e stays ]; do sleep 0.1; done\n");
        program("jdk/bin/javac", "");
        write("jdk/release", "JAVA_VERSION=\"25\"\n");
        for (var output : BUILT) write(output, "");
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void nothingIsBuiltUnderAStackThatRunsOnAnotherFolder() throws Exception {
        stackRuns("--data", "other");

        assertThat(run("test", "-pl", "signaling-service"))
                .startsWith("1: Stoa is running: ./stoa up --data other (process ");
        changeSources();
        assertThat(run("up")).startsWith("1: Stoa is running: ./stoa up --data other (process ");

        assertThat(project.resolve("maven-ran")).doesNotExist();
    }

    @Test
    void anIdThatIsAnotherProcessesByNowDoesNotStandInTheWay() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        started.add(stranger);
        write(".stoa/lock", "http://localhost:8080 (process %d)\n".formatted(stranger.pid()));
        write("local-stack/target/running/" + stranger.pid(), "up");
        changeSources();

        assertThat(run("up")).startsWith("0: ");

        assertThat(project.resolve("maven-ran")).exists();
        assertThat(project.resolve("local-stack/target/running/" + stranger.pid()))
                .doesNotExist();
    }

    private void stackRuns(String... options) throws IOException {
        write("stays", "");
        var command = new ArrayList<>(List.of("./stoa", "up"));
        command.addAll(List.of(options));
        started.add(script(command).start());
        await().atMost(SOON).until(() -> Files.exists(project.resolve("java-ran")));
    }

    private void changeSources() throws IOException {
        write("signaling-service/src/main/java/Changed.java", "");
        var later = FileTime.from(Instant.now().plusSeconds(60));
        Files.setLastModifiedTime(project.resolve("signaling-service/src/main/java/Changed.java"), later);
    }

    /** The exit code and all that was said. */
    private String run(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("./stoa"));
        command.addAll(List.of(arguments));
        var process = script(command).redirectErrorStream(true).start();
        started.add(process);
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + ": " + said;
    }

    private ProcessBuilder script(List<String> command) {
        var script = new ProcessBuilder(command).directory(project.toFile());
        script.environment().put("JAVA_HOME", project.resolve("jdk").toString());
        return script;
    }

    private void program(String name, String content) throws IOException {
        write(name, content);
        assertThat(project.resolve(name).toFile().setExecutable(true)).isTrue();
    }

    private void write(String name, String content) throws IOException {
        var file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
