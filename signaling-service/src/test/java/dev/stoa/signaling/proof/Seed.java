package dev.stoa.signaling.proof;

import java.util.SplittableRandom;

/** The seed of all that a proof does at random: printed, and set with -Dseed. */
record Seed(long value) {

    static Seed of(String proof) {
        var seed = Long.getLong("seed", System.nanoTime() & 0xffff_ffffL);
        System.out.println(proof + ": -Dseed=" + seed);
        return new Seed(seed);
    }

    SplittableRandom random() {
        return new SplittableRandom(value);
    }
}
