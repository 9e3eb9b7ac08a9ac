package dev.stoa.signaling.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Somebody who begins a request and then sends a byte now and then, which no idle connection does (Slowloris). */
public final class Dribble {

    public static final String UPGRADE = """
            GET /api/signaling/v1/socket HTTP/1.1\r
            Host: 127.0.0.1\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            """;

    /** A header that goes on and on. */
    public static final String NEVER_ENDING = "a";

    private static final int PAUSE_MS = 100;

    private final Socket socket;
    private final String drop;
    private final long since = System.nanoTime();

    private Dribble(int port, String beginning, String drop) {
        this.drop = drop;
        try {
            socket = new Socket("127.0.0.1", port);
            socket.setSoTimeout(PAUSE_MS);
            socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends {@code beginning} at once.
     *
     * @param drop what is sent ten times a second; nothing, if it is empty
     */
    public static Dribble of(int port, String beginning, String drop) {
        return new Dribble(port, beginning, drop);
    }

    /** Goes on until the service ends the connection, or that time is over; gives how long it lasted since the beginning. */
    public Duration untilCut(Duration atMost) {
        try (socket) {
            while (System.nanoTime() - since < atMost.toNanos() && !isEnded()) {
                socket.getOutputStream().write(drop.getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException reset) {
            // That is an end, too.
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    /** Waits a moment for the end. What is answered to a first request counts for nothing. */
    private boolean isEnded() throws IOException {
        try {
            return socket.getInputStream().read(new byte[4_096]) < 0;
        } catch (SocketTimeoutException goesOn) {
            return false;
        }
    }
}
