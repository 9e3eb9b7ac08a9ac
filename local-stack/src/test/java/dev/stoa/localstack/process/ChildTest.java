package dev.stoa.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Supervisor supervisor;

    @BeforeEach
    void supervise() {
        supervisor = new Supervisor(folder, new PidFile(folder.resolve("pids")));
    }

    @AfterEach
    void stopAll() {
        supervisor.children().forEach(Child::kill);
    }

    @Test
    void anEndThatNobodyAskedForIsReported() {
        var child = supervisor.start(shell("exit 3"));

        assertThat(supervisor.firstUnwantedEnd()).succeedsWithin(SOON).isEqualTo(child);
    }

    @Test
    void anEndThatSomebodyAskedForIsNotReportedAndTheChildCanStartAgain() {
        var child = supervisor.start(shell("sleep 60"));

        child.kill();
        assertThat(child.alive()).isFalse();
        child.start();

        assertThat(child.alive()).isTrue();
        assertThat(supervisor.firstUnwantedEnd()).isNotDone();
    }

    @Test
    void aChildThatDiesBeforeItIsReadyLeavesItsLastWords() {
        var spec = new ChildSpec(
                "mortal", List.of("sh", "-c", "echo I cannot go on; exit 1"), Map.of(), Signal.TERM, () -> false);
        var child = supervisor.start(spec);

        assertThatThrownBy(() -> child.awaitReady(SOON))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("mortal ended before it was ready")
                .hasMessageContaining("I cannot go on");
    }

    @Test
    void aChildThatDoesNotListenIsKilled() {
        var child = supervisor.start(shell("trap '' TERM; echo deaf; while true; do sleep 1; done"));
        await().atMost(SOON).until(() -> Files.readString(child.log().path()).contains("deaf"));

        child.stop(Duration.ofMillis(200));

        assertThat(child.alive()).isFalse();
    }

    private static ChildSpec shell(String script) {
        return new ChildSpec("shell", List.of("sh", "-c", script), Map.of(), Signal.TERM, () -> true);
    }
}
