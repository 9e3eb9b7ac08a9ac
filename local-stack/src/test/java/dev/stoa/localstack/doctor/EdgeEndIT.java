package dev.stoa.localstack.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoa.localstack.process.Ports;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An update starts edge and router anew, and nobody is let in until the old ones have ended: an open stream holds none of them up. */
class EdgeEndIT {
    private static final int MOST_SECONDS = 3;

    @TempDir
    private Path folder;

    @Test
    void theEdgeEnds() throws Exception {
        assertEnds(ShippedEdge::edge, "TERM");
    }

    /** The signal that HAProxy's image lets it be stopped by. */
    @Test
    void theRouterEnds() throws Exception {
        assertEnds(ShippedEdge::router, "USR1");
    }

    private void assertEnds(Function<ShippedEdge, Process> part, String signal) throws Exception {
        try (var inside = new Inside();
                var shipped = new ShippedEdge(folder, inside.ports(), Ports.free());
                var stream = new Outside(shipped).stream("/api/matchmaking/v1/events")) {
            assertThat(stream.isConnected()).isTrue();
            var process = part.apply(shipped);

            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
    }
}
