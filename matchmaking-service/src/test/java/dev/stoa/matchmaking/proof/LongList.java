package dev.stoa.matchmaking.proof;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Numbers, many of them. */
final class LongList {

    private long[] items = new long[16];
    private int size;

    void add(long item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    long get(int place) {
        return items[place];
    }

    int size() {
        return size;
    }

    /** Those between the two. */
    LongStream within(long from, long to) {
        return Arrays.stream(items, 0, size).filter(item -> item >= from && item <= to);
    }
}
