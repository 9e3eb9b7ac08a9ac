package dev.stoa.matchmaking.proof;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.random.RandomGenerator;

/** Ids of things that somebody has, for others who would meddle with them. */
final class Board {

    /** A ticket, an offer or a match, and whose it is. */
    record Thing(String id, String owner) {}

    private final AtomicReferenceArray<Thing> things = new AtomicReferenceArray<>(64);

    void pin(String id, String owner, RandomGenerator random) {
        things.set(random.nextInt(things.length()), new Thing(id, owner));
    }

    /** Something of somebody; of nobody while the board is empty. */
    Thing any(RandomGenerator random) {
        Thing thing = things.get(random.nextInt(things.length()));
        return thing == null ? new Thing("", "") : thing;
    }
}
