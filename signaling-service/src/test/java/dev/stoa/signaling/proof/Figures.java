package dev.stoa.signaling.proof;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a proof measured; printed as one line. */
final class Figures {

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final String proof;
    private final Seed seed;

    private Figures(String proof, Seed seed) {
        this.proof = proof;
        this.seed = seed;
    }

    static Figures of(String proof, Seed seed) {
        return new Figures(proof, seed);
    }

    Figures with(String what, Object figure) {
        figures.put(what, figure);
        return this;
    }

    void print() {
        System.out.println(proof + ": " + figures + ", seed " + seed.value());
    }
}
