package dev.stoa.matchmaking.proof;

import java.util.Arrays;

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
}
