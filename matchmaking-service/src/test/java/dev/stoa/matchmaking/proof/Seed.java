package dev.stoa.matchmaking.proof;

import java.util.SplittableRandom;

/** The seed of all that a proof does at random: printed, and set with -Dseed. */
record Seed(long value) {

    static Seed of(String proof) {
        long value = Long.getLong("seed", System.nanoTime() & 0xffff_ffffL);
        System.out.println(proof + ": -Dseed=" + value);
        return new Seed(value);
    }

    SplittableRandom random() {
        return new SplittableRandom(value);
    }
}
