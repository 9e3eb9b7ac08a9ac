package dev.stoa.localstack.bench.signaling;

import java.nio.ByteBuffer;

/**
 * What the generator hides in a description or candidate: the message's number among those that its receiver is sent,
 * and when it was due, so that the receiver can tell lost, doubled and late ones without asking anybody.
 */
final class Mark {
    static final int LENGTH = 23;

    /** Found in nothing else that is sent. */
    private static final byte SIGN = '~';

    private static final int NUMBER_DIGITS = 8;
    private static final int TIME_DIGITS = 14;
    /** Every message has its mark before this place, whatever envelope a contender puts around it. */
    private static final int LAST_PLACE = 400;

    private Mark() {}

    /** @param due nanoseconds since the load began */
    static void write(ByteBuffer out, long number, long due) {
        out.put(SIGN);
        digits(out, number, NUMBER_DIGITS);
        digits(out, due, TIME_DIGITS);
    }

    /** Where it is, or -1. */
    static int find(ByteBuffer text) {
        int end = Math.min(text.limit(), text.position() + LAST_PLACE) - LENGTH;
        for (int at = text.position(); at <= end; at++) if (text.get(at) == SIGN) return at;
        return -1;
    }

    static long number(ByteBuffer text, int mark) {
        return value(text, mark + 1, NUMBER_DIGITS);
    }

    static long due(ByteBuffer text, int mark) {
        return value(text, mark + 1 + NUMBER_DIGITS, TIME_DIGITS);
    }

    private static void digits(ByteBuffer out, long value, int count) {
        int at = out.position() + count;
        out.position(at);
        for (int i = 0; i < count; i++, value /= 10) out.put(--at, (byte) ('0' + value % 10));
    }

    private static long value(ByteBuffer text, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) value = value * 10 + text.get(at + i) - '0';
        return value;
    }
}
