package dev.stoa.matchmaking.meeting.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.meeting.match.Loosening.Step;
import dev.stoa.matchmaking.meeting.match.Loosening.Wish;
import dev.stoa.matchmaking.meeting.match.Verdict.Fits;
import dev.stoa.matchmaking.meeting.match.Verdict.Held;
import dev.stoa.matchmaking.meeting.match.Verdict.Unfit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who may meet, when, and what is said of it. */
class VerdictTest {

    private static final Loosening STEPS = new Loosening(List.of(
            new Step(Wish.FAVOURITES, Duration.ofSeconds(10)), new Step(Wish.EXACT_FIELD, Duration.ofSeconds(15))));
    private static final int ROUNDS = 20_000;

    @Test
    void sameFieldAndLanguageFitAndSayWhy() {
        assertEquals(
                List.of("Asked about 0613 Field 0613, which the expert helps with", "You both speak English"),
                because(TestPair.plain()));
    }

    @Test
    void aWiderFieldCoversANarrowerOneAndTheNearestIsNamed() {
        assertEquals(
                "Asked about 0613 Field 0613, within the expert's field 061 Field 061",
                because(TestPair.plain().offering("06", "061", "0541")).getFirst());
    }

    @Test
    void allThatSpeaksForItIsSaid() {
        TestPair pair = TestPair.plain()
                .speaking("de", "fr", "en")
                .asking("0613", "fr", "it", "en", "de")
                .known(Duration.ofMinutes(5), 0, new Rating(46, 10))
                .standing(true, true, true, true)
                .between(false, false, true);

        assertEquals(
                List.of(
                        "Asked about 0613 Field 0613, which the expert helps with",
                        "You both speak French, English and German",
                        "The expert is one of the learner's favourites",
                        "Waiting longest",
                        "Learners rate the expert 4.6 of 5",
                        "Was ready before and goes first"),
                because(pair));
    }

    @Test
    void fewOrPoorRatingsAreNotSaid() {
        Duration idle = Duration.ZERO;

        assertEquals(
                2, because(TestPair.plain().known(idle, 0, new Rating(10, 2))).size());
        assertEquals(
                2, because(TestPair.plain().known(idle, 0, new Rating(35, 10))).size());
    }

    @Test
    void eachHardRuleHasItsOwnObstacle() {
        assertEquals(Obstacle.ONESELF, obstacle(TestPair.plain().by("learner")));
        assertEquals(Obstacle.BLOCKED, obstacle(TestPair.plain().between(false, true, false)));
        assertEquals(Obstacle.DECLINED, obstacle(TestPair.plain().between(true, false, false)));
        assertEquals(Obstacle.LANGUAGE, obstacle(TestPair.plain().speaking("de")));
        assertEquals(Obstacle.FIELD, obstacle(TestPair.plain().offering("0612", "0541")));
        assertEquals(Obstacle.FIELD, obstacle(TestPair.plain().asking("061", "en")));
    }

    @Test
    void realPeopleAndSimulatedOnesNeverMeet() {
        TestPair pair = TestPair.plain().standing(true, true, true, true).between(false, false, true);

        assertEquals(Optional.of(Obstacle.SANDBOX), Obstacle.of(pair.pairIn("", "tkt_1")));
        assertEquals(Optional.of(Obstacle.SANDBOX), Obstacle.of(pair.pairIn("tkt_1", "")));
        assertEquals(Optional.of(Obstacle.SANDBOX), Obstacle.of(pair.pairIn("tkt_2", "tkt_1")));
        assertEquals(Optional.empty(), Obstacle.of(pair.pairIn("tkt_1", "tkt_1")));
    }

    @Test
    void nothingOutweighsAHardRule() {
        Random random = new Random(1);
        for (int i = 0; i < ROUNDS; i++) {
            Pair pair = TestPair.any(random).pair();

            Verdict verdict = Verdict.of(pair, STEPS);

            assertEquals(Obstacle.of(pair).isPresent(), verdict instanceof Unfit, pair::toString);
        }
    }

    @Test
    void moreWaitingNeverMakesAnythingWorse() {
        Random random = new Random(2);
        for (int i = 0; i < ROUNDS; i++) {
            TestPair pair = TestPair.any(random);
            Verdict before = Verdict.of(pair.pair(), STEPS);

            Duration later = pair.waited().plusMillis(random.nextInt(30_000));
            Verdict after = Verdict.of(pair.waiting(later).pair(), STEPS);

            assertTrue(isNotWorse(before, after), () -> pair + " waits until " + later + ": " + before + ", " + after);
        }
    }

    private static boolean isNotWorse(Verdict before, Verdict after) {
        return switch (before) {
            case Unfit unfit -> after.equals(unfit);
            case Held held ->
                after instanceof Fits
                        || after instanceof Held still && still.left().compareTo(held.left()) <= 0;
            case Fits fits -> after instanceof Fits later && later.minutes() >= fits.minutes();
        };
    }

    @Test
    void whoeverWaitsLongEnoughIsNotPassedOver() {
        Random random = new Random(3);
        for (int i = 0; i < ROUNDS; i++) {
            TestPair pair = TestPair.any(random);
            double beside = 0;
            for (Merit merit : Merit.values()) {
                double minutes = merit.of(pair.pair()).minutes();
                assertTrue(minutes >= 0, merit + " of " + pair);
                beside += merit == Merit.WAITING ? 0 : minutes;
            }

            assertTrue(beside <= Merit.MOST_BESIDE_WAITING, beside + " of " + pair);
        }
    }

    @Test
    void favouritesComeFirstWhileOneIsOnline() {
        TestPair stranger = TestPair.plain().standing(false, false, true, false);

        assertEquals(new Held(Duration.ofSeconds(10)), Verdict.of(stranger.pair(), STEPS));
        assertEquals(
                new Held(Duration.ofMillis(1)),
                Verdict.of(stranger.waiting(Duration.ofMillis(9_999)).pair(), STEPS));
        assertInstanceOf(
                Fits.class, Verdict.of(stranger.waiting(Duration.ofSeconds(10)).pair(), STEPS));
        assertInstanceOf(
                Fits.class, Verdict.of(stranger.between(false, false, true).pair(), STEPS));
        assertInstanceOf(Fits.class, Verdict.of(TestPair.plain().pair(), STEPS));
    }

    @Test
    void expertsOfExactlyTheFieldComeFirstWhileOneIsOnline() {
        TestPair wider = TestPair.plain().offering("06").standing(false, false, false, true);

        assertEquals(new Held(Duration.ofSeconds(15)), Verdict.of(wider.pair(), STEPS));
        assertInstanceOf(
                Fits.class, Verdict.of(wider.waiting(Duration.ofSeconds(15)).pair(), STEPS));
        assertInstanceOf(
                Fits.class, Verdict.of(wider.between(false, false, true).pair(), STEPS));
        assertInstanceOf(Fits.class, Verdict.of(wider.offering("06", "0613").pair(), STEPS));
        assertInstanceOf(Fits.class, Verdict.of(TestPair.plain().offering("06").pair(), STEPS));
    }

    @Test
    void whoeverComesFirstIsNotHeld() {
        TestPair pair = TestPair.plain().offering("06").standing(true, false, true, true);

        assertInstanceOf(Fits.class, Verdict.of(pair.pair(), STEPS));
    }

    @Test
    void withoutStepsEverybodyMayMeetAtOnce() {
        TestPair pair = TestPair.plain().offering("06").standing(false, false, true, true);

        assertInstanceOf(Fits.class, Verdict.of(pair.pair(), Loosening.NONE));
    }

    @Test
    void stepsAreReadAsTheyAreConfigured() {
        LooseningStepConverter converter = new LooseningStepConverter();

        assertEquals(
                STEPS.steps(), List.of(converter.convert("favourites:10s"), converter.convert(" exact-field: 15s")));
    }

    private static List<String> because(TestPair pair) {
        return assertInstanceOf(Fits.class, Verdict.of(pair.pair(), Loosening.NONE))
                .because();
    }

    private static Obstacle obstacle(TestPair pair) {
        return assertInstanceOf(Unfit.class, Verdict.of(pair.pair(), STEPS)).obstacle();
    }
}
