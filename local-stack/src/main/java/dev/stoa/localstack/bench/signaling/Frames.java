package dev.stoa.localstack.bench.signaling;

import java.nio.ByteBuffer;

/** WebSocket frames (RFC 6455) as a client writes and reads them. Its mask is zero, which leaves the bytes as they are. */
final class Frames {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    /** The longest header that a client writes: two bytes, eight of length, four of mask. */
    static final int LONGEST_HEADER = 14;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private Frames() {}

    /** Takes what a frame holds, between position and limit; may leave the buffer as it likes. */
    interface Reader {
        void frame(int opcode, ByteBuffer payload);
    }

    /** Writes the header of a frame that is whole. */
    static void header(ByteBuffer out, int opcode, int length) {
        out.put((byte) (FINAL | opcode));
        if (length < SHORT) {
            out.put((byte) (MASKED | length));
        } else if (length <= 0xFFFF) {
            out.put((byte) (MASKED | SHORT)).putShort((short) length);
        } else {
            out.put((byte) (MASKED | LONG)).putLong(length);
        }
        out.putInt(0);
    }

    static ByteBuffer of(int opcode, byte[] payload) {
        var frame = ByteBuffer.allocate(LONGEST_HEADER + payload.length);
        header(frame, opcode, payload.length);
        return frame.put(payload).flip();
    }

    /** Hands over each whole frame and leaves the beginning of the next in the buffer. */
    static void read(ByteBuffer in, Reader reader) {
        while (in.remaining() >= 2) {
            int start = in.position();
            int opcode = in.get(start) & 0x0F;
            int length = in.get(start + 1) & 0x7F;
            int header = length < SHORT ? 2 : length == SHORT ? 4 : 10;
            if (in.remaining() < header) return;
            if (length == SHORT) length = in.getShort(start + 2) & 0xFFFF;
            else if (length == LONG) length = Math.toIntExact(in.getLong(start + 2));
            if (in.remaining() < header + length) return;
            int limit = in.limit();
            in.position(start + header).limit(start + header + length);
            reader.frame(opcode, in);
            in.limit(limit).position(start + header + length);
        }
    }
}
