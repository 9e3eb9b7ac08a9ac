package dev.stoa.matchmaking.meeting.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What each merit counts, in minutes of waiting. */
class MeritTest {

    private static final double EXACTLY = 1e-9;

    @Test
    void theNearerTheFieldTheMore() {
        assertCounts(3, Merit.FIELD, TestPair.plain().offering("06", "0613"));
        assertCounts(2, Merit.FIELD, TestPair.plain().offering("061", "06"));
        assertCounts(1, Merit.FIELD, TestPair.plain().offering("06"));
        assertCounts(3, Merit.FIELD, TestPair.plain().offering("06").asking("06", "en"));
    }

    @Test
    void theMorePreferredTheLanguageTheMore() {
        TestPair learner = TestPair.plain().asking("0613", "de", "en", "fr");

        assertCounts(1, Merit.LANGUAGE, learner.speaking("en", "de"));
        assertCounts(1 / 2.0, Merit.LANGUAGE, learner.speaking("fr", "en"));
        assertCounts(1 / 3.0, Merit.LANGUAGE, learner.speaking("fr"));
    }

    @Test
    void aFavouriteCountsFiveMinutes() {
        assertCounts(5, Merit.FAVOURITE, TestPair.plain().between(false, false, true));
        assertCounts(0, Merit.FAVOURITE, TestPair.plain());
    }

    @Test
    void waitingCountsMinuteForMinuteWithoutAnEnd() {
        assertCounts(0.5, Merit.WAITING, TestPair.plain().waiting(Duration.ofSeconds(30)));
        assertCounts(600, Merit.WAITING, TestPair.plain().waiting(Duration.ofHours(10)));
    }

    @Test
    void aRatingCountsHalfAMinuteAStarAndFewRatingsCountLittle() {
        assertCounts(1.5, Merit.RATING, rated(0, 0));
        assertCounts(1.25, Merit.RATING, rated(1, 1));
        assertCounts(0.25, Merit.RATING, rated(25, 25));
        assertCounts(1.99, Merit.RATING, rated(1225, 245));
    }

    @Test
    void idleTimeCountsATenthUpToThreeMinutes() {
        assertCounts(0.5, Merit.IDLE, TestPair.plain().known(Duration.ofMinutes(5), 0, Rating.NONE));
        assertCounts(3, Merit.IDLE, TestPair.plain().known(Duration.ofMinutes(50), 0, Rating.NONE));
    }

    @Test
    void whoeverHasTakenLessCountsMore() {
        assertCounts(1, Merit.LOAD, TestPair.plain());
        assertCounts(0.25, Merit.LOAD, TestPair.plain().known(Duration.ZERO, 3, Rating.NONE));
    }

    private static TestPair rated(long stars, long count) {
        return TestPair.plain().known(Duration.ZERO, 0, new Rating(stars, count));
    }

    private static void assertCounts(double minutes, Merit merit, TestPair pair) {
        assertEquals(minutes, merit.of(pair.pair()).minutes(), EXACTLY);
    }
}
