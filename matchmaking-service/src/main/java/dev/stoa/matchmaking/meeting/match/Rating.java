package dev.stoa.matchmaking.meeting.match;

/**
 * What learners have said of an expert.
 *
 * @param stars the sum of all ratings, each 1 to 5
 * @param count how many there are
 */
record Rating(long stars, long count) {

    static final Rating NONE = new Rating(0, 0);

    /** What somebody whom nobody has rated is taken for. */
    static final double PRIOR_MEAN = 4;

    /** How many ratings it takes until one's own count as much as {@link #PRIOR_MEAN}. */
    static final double PRIOR_WEIGHT = 5;

    /**
     * The Bayesian mean, 1 to 5: as if {@link #PRIOR_WEIGHT} ratings of {@link #PRIOR_MEAN} had come before. One bad
     * (or one good) rating moves a newcomer little. It is the estimate that rating lists such as IMDb's rank by.
     */
    double mean() {
        return (PRIOR_WEIGHT * PRIOR_MEAN + stars) / (PRIOR_WEIGHT + count);
    }

    /** The plain mean; only where {@link #count} is not 0. */
    double plainMean() {
        return (double) stars / count;
    }
}
