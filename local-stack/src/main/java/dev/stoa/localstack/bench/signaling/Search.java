package dev.stoa.localstack.bench.signaling;

/**
 * Finds the highest rate that a contender keeps up with: doubling, then dividing what is left between, then small steps
 * up, for what was too much at the beginning may not be once all is compiled.
 */
final class Search {
    private static final double START = 10_000;
    private static final double LEAST = 500;
    /** How far apart a rate that works and one that does not may be in the end. */
    private static final double PRECISION = 1.12;

    private double works;
    private double fails = Double.POSITIVE_INFINITY;
    private boolean failedOnce;
    private boolean climbing;
    private boolean over;

    /** The rate to try now, messages a second. */
    double next() {
        if (climbing) return works * PRECISION;
        if (works == 0) return Math.min(START, fails / 2);
        return Double.isInfinite(fails) ? works * 2 : Math.sqrt(works * fails);
    }

    /** What came of trying it. A failure counts when it comes twice: the machine may have been busy otherwise. */
    void tried(double rate, boolean keptUp) {
        if (keptUp) {
            works = rate;
            failedOnce = false;
        } else if (failedOnce) {
            over = climbing;
            fails = rate;
            failedOnce = false;
        } else {
            failedOnce = true;
        }
        climbing = works > 0 && fails / works < PRECISION * PRECISION;
    }

    boolean isOver() {
        return over || fails < LEAST;
    }

    /** The highest rate that worked; 0: none. */
    double found() {
        return works;
    }
}
