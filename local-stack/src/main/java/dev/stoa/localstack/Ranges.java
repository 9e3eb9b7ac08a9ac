package dev.stoa.localstack;

import dev.stoa.localstack.process.StackException;

/** Bounds of numbers that people type. */
final class Ranges {
    private Ranges() {}

    static void check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new StackException("%s must be between %d and %d, but is %d.".formatted(option, least, most, value));
        }
    }
}
