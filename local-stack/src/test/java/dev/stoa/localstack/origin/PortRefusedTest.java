package dev.stoa.localstack.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoa.localstack.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of a port that could not be had. */
class PortRefusedTest {
    @Test
    void aPortAtWhichSomebodyAnswersIsTaken() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();

            assertThat(Origin.portRefused(port)).hasMessageContaining("Port " + port + " is taken by another program");
        }
    }

    @Test
    void aLowPortAtWhichNobodyAnswersIsForAdministrators() {
        int port = IntStream.range(1, 1_024)
                .filter(low -> !Ports.answers(low))
                .findFirst()
                .orElseThrow();

        assertThat(Origin.portRefused(port))
                .hasMessage("Port " + port + " is one of those that only administrators may use."
                        + " Choose another one: ./stoa up --port 8080");
    }
}
