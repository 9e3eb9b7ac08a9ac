package dev.stoa.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./stoa up} says when it cannot start. */
class UpTest {
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path data;

    @Test
    void aTakenPortIsNamedTogetherWithTheOptionThatHelps() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = other.getLocalPort();

            int exit = run("up", "--data", data.toString(), "--port", Integer.toString(port));

            assertThat(exit).isEqualTo(1);
            assertThat(said.toString().strip())
                    .isEqualTo("Port %d is taken by another program. Choose another one: ./stoa up --port %d"
                            .formatted(port, port + 1));
        }
    }

    @Test
    void aFolderThatIsInUseIsNamedTogetherWithTheAddressOfWhoUsesIt() {
        try (var running = dev.stoa.localstack.data.DataDirectory.open(data, "http://localhost:4711")) {
            int exit = run("up", "--data", data.toString(), "--port", "4712");

            assertThat(exit).isEqualTo(1);
            assertThat(said.toString())
                    .contains(
                            data.toString(),
                            "http://localhost:4711",
                            "process " + ProcessHandle.current().pid());
            assertThat(running.secrets().sessionKey()).hasSizeGreaterThanOrEqualTo(32);
        }
    }

    @Test
    void aNumberOutOfItsRangeIsRefused() {
        assertThat(run("up", "--signaling", "0", "--data", data.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("--signaling must be between 1 and 16, but is 0.");
    }

    @Test
    void anUnknownOptionIsRefusedInOneLine() {
        assertThat(run("up", "--colour")).isEqualTo(2);
        assertThat(said.toString().lines()).hasSize(1).first().asString().contains("--colour", "./stoa up --help");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(said, true), arguments);
    }
}
