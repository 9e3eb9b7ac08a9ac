package dev.stoa.signaling.proof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The frames of RFC 6455, good ones and others; the mask is zero. */
final class Frames {

    static final int FINAL = 0x80;
    static final int MASKED = 0x80;
    static final int MORE = 0;
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private Frames() {}

    /** A frame; {@code first} is its first byte. */
    static byte[] frame(int first, String text) {
        return frame(first, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] frame(int first, byte[] payload) {
        var head = payload.length < 126
                ? bytes(first, MASKED | payload.length)
                : bytes(first, MASKED | 126, payload.length >> 8, payload.length);
        return join(head, new byte[4], payload);
    }

    /** The head of a frame that says it has so many bytes, in 64 bits. */
    static byte[] header(int first, int second, long length) {
        return ByteBuffer.allocate(10)
                .put((byte) first)
                .put((byte) second)
                .putLong(length)
                .array();
    }

    static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    static byte[] repeat(byte[] bytes, int times) {
        var all = new ByteArrayOutputStream();
        for (var i = 0; i < times; i++) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }
}
