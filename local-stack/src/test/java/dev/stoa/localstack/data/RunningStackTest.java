package dev.stoa.localstack.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoa.localstack.process.StackException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningStackTest {
    private static final URI KEYCLOAK = URI.create("http://127.0.0.1:2/auth");

    @TempDir
    private Path folder;

    @Test
    void aStackThatRunsIsFoundByItsFolder() {
        try (var data = DataDirectory.open(folder, "http://localhost:1")) {
            data.noteKeycloak(KEYCLOAK);

            var found = RunningStack.in(folder);

            assertThat(found).isEqualTo(new RunningStack(URI.create("http://localhost:1"), KEYCLOAK, data.secrets()));
        }
    }

    @Test
    void aKilledStackDoesNotRunThoughItsIdIsAnotherProcessesByNow() throws Exception {
        try (var data = DataDirectory.open(folder, "http://localhost:1")) {
            data.noteKeycloak(KEYCLOAK);
        }
        var other = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("lock"), "http://localhost:1 (process %d)%n".formatted(other));

        assertThatThrownBy(() -> RunningStack.in(folder))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("No stack runs on " + folder);
    }
}
