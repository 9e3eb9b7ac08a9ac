package dev.stoa.matchmaking.proof;

import java.util.random.RandomGenerator;

/** Who was asked something and went away: to one question in {@value #ONE_OF} a client says nothing at all. */
final class Silence {

    private static final int ONE_OF = 10;

    private final RandomGenerator random;
    private String question = "";
    private boolean silent;

    Silence(RandomGenerator random) {
        this.random = random;
    }

    /** Whether there is a question, to which the client is not silent. */
    boolean speaksOf(String asked) {
        if (!asked.equals(question)) {
            question = asked;
            silent = random.nextInt(ONE_OF) == 0;
        }
        return !asked.isEmpty() && !silent;
    }
}
