package dev.stoa.matchmaking.queue;

import java.util.Random;
import java.util.stream.Stream;

/** What can happen. The weight says how often it is tried. */
enum Move {
    ASK(8),
    COME(8),
    OFFER(14),
    ACCEPT(10),
    READY(10),
    DECLINE(2),
    BE_SILENT(3),
    PAUSE(4),
    RESUME(6),
    CHANGE(1),
    CANCEL(2),
    GO(2),
    COME_INTO_THE_ROOM(6),
    NOT_SHOW_UP(4),
    LEAVE(3),
    REOPEN(6),
    FORGET_TO_REOPEN(1),
    WAIT_TOO_LONG(1),
    PAUSE_TOO_LONG(1),
    BAN(1),
    PARDON(2);

    private final int weight;

    Move(int weight) {
        this.weight = weight;
    }

    /** Any of them, by weight. */
    static Move any(Random random) {
        int number =
                random.nextInt(Stream.of(values()).mapToInt(move -> move.weight).sum());
        for (Move move : values()) {
            number -= move.weight;
            if (number < 0) {
                return move;
            }
        }
        throw new IllegalStateException("The weights have another sum");
    }
}
