package dev.stoa.matchmaking.proof;

import java.util.ArrayList;
import java.util.List;

/** What must not have happened: the first of it in words, all of it in number. */
final class Wrongs {

    private static final int MOST = 40;

    private final List<String> first = new ArrayList<>();
    private int count;

    void add(String wrong) {
        count++;
        if (first.size() < MOST) {
            first.add(wrong);
        }
    }

    List<String> first() {
        return List.copyOf(first);
    }

    int count() {
        return count;
    }
}
