package dev.stoa.localstack.bench.signaling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The HTTP request that opens a WebSocket, and its answer. */
final class Handshake {
    /** The origin that pages of the bench claim to have. */
    static final String ORIGIN = "http://localhost";

    private static final byte[] END = {'\r', '\n', '\r', '\n'};

    private Handshake() {}

    static byte[] request(int port, Dialect.Upgrade upgrade) {
        var head = new StringBuilder()
                .append("GET ")
                .append(upgrade.path())
                .append(" HTTP/1.1\r\nHost: 127.0.0.1:")
                .append(port)
                .append("\r\nOrigin: ")
                .append(ORIGIN)
                .append("\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13")
                // Any 16 bytes will do: nothing is between us that could answer from a cache.
                .append("\r\nSec-WebSocket-Key: c3RvYS1iZW5jaC1zb2NrZQ==\r\n");
        if (!upgrade.protocols().isEmpty()) {
            head.append("Sec-WebSocket-Protocol: ").append(upgrade.protocols()).append("\r\n");
        }
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    static boolean isWhole(ByteBuffer answer) {
        return end(answer) >= 0;
    }

    static boolean accepted(ByteBuffer answer) {
        return statusLine(answer).startsWith("HTTP/1.1 101");
    }

    static String statusLine(ByteBuffer answer) {
        var head = new byte[end(answer) - answer.position()];
        answer.get(answer.position(), head);
        return new String(head, StandardCharsets.US_ASCII).lines().findFirst().orElse("");
    }

    /** Goes on to the first frame. */
    static void skip(ByteBuffer answer) {
        answer.position(end(answer));
    }

    /** Behind the empty line, or -1. */
    private static int end(ByteBuffer answer) {
        for (int at = answer.position(); at + END.length <= answer.limit(); at++) {
            int same = 0;
            while (same < END.length && answer.get(at + same) == END[same]) same++;
            if (same == END.length) return at + same;
        }
        return -1;
    }
}
