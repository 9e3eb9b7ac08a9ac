package dev.stoa.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which processes count as left behind by an earlier run. */
class PidFileTest {
    @TempDir
    private Path folder;

    private final List<Process> started = new ArrayList<>();
    private PidFile pids;

    @BeforeEach
    void open() {
        pids = new PidFile(folder.resolve("pids"));
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void aProcessThatWasWrittenDownIsEnded() throws Exception {
        var orphan = jvm();
        pids.add(spec(), orphan.toHandle());

        assertThat(pids.reap()).isEqualTo(1);

        assertThat(orphan.isAlive()).isFalse();
        assertThat(folder.resolve("pids")).doesNotExist();
    }

    @Test
    void aProcessThatBeganAtAnotherTimeIsSomebodyElses() throws Exception {
        var stranger = jvm();
        pids.add(spec(), stranger.toHandle());
        var words = Files.readString(folder.resolve("pids")).split(" ");
        var earlier = Long.parseLong(words[1]) - 10_000;
        Files.writeString(folder.resolve("pids"), "%s %d %s".formatted(words[0], earlier, words[2]));

        assertThat(pids.reap()).isZero();

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void aProcessOfAnotherProgramIsSomebodyElses() throws Exception {
        var stranger = start("sleep", "60");
        pids.add(spec(), stranger.toHandle());

        assertThat(pids.reap()).isZero();

        assertThat(stranger.isAlive()).isTrue();
    }

    private static ChildSpec spec() {
        return new ChildSpec("signaling-1", List.of("java"), Map.of(), Signal.TERM, () -> true);
    }

    /** One that stays until it is ended. */
    private Process jvm() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        return start(java, "-Xmx16m", "-cp", System.getProperty("java.class.path"), Waiting.class.getName());
    }

    private Process start(String... command) throws IOException {
        var process = new ProcessBuilder(command).start();
        started.add(process);
        return process;
    }

    /** A program that does nothing. */
    static final class Waiting {
        private Waiting() {}

        public static void main(String[] arguments) throws InterruptedException {
            Thread.currentThread().join();
        }
    }
}
