package dev.stoa.matchmaking.meeting.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.meeting.match.Judgement.Choice;
import dev.stoa.matchmaking.meeting.match.Loosening.Step;
import dev.stoa.matchmaking.meeting.match.Loosening.Wish;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which of several pairs is the best one. */
class JudgementTest {

    @Test
    void whoeverWasReadyBeforeComesBeforeEverybodyElse() {
        Pair ready = TestPair.plain()
                .offering("06")
                .standing(true, false, false, false)
                .pair();
        Pair favourite = TestPair.plain()
                .waiting(Duration.ofHours(3))
                .between(false, false, true)
                .pair();

        assertEquals(ready, best(favourite, ready));
    }

    @Test
    void aFavouriteComesBeforeThoseWhoHaveWaitedALittleLongerOnly() {
        Pair favourite = TestPair.plain().between(false, false, true).pair();
        Pair fourMinutes = TestPair.plain().waiting(Duration.ofMinutes(4)).pair();
        Pair sixMinutes = TestPair.plain().waiting(Duration.ofMinutes(6)).pair();

        assertEquals(favourite, best(fourMinutes, favourite));
        assertEquals(sixMinutes, best(favourite, sixMinutes));
    }

    @Test
    void whoeverMayNotMeetIsNoChoiceAndWhoeverMayNotYetIsToldWhen() {
        Loosening steps = new Loosening(List.of(new Step(Wish.FAVOURITES, Duration.ofSeconds(10))));
        Pair blocked = TestPair.plain().between(false, true, true).pair();
        TestPair young = TestPair.plain().standing(false, false, true, false);

        Judgement judgement = Judgement.of(
                List.of(
                        blocked,
                        young.pair(),
                        young.waiting(Duration.ofSeconds(8)).pair()),
                steps);

        assertEquals(List.of(), judgement.choices());
        assertEquals(Optional.of(Duration.ofSeconds(2)), judgement.held());
    }

    @Test
    void theOrderDependsOnTheMeritsAlone() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            List<Pair> pairs =
                    Stream.generate(() -> TestPair.any(random).pair()).limit(20).collect(Collectors.toList());
            List<Choice> choices = Judgement.of(pairs, Loosening.NONE).choices();
            Collections.shuffle(pairs, random);

            List<Choice> again = Judgement.of(pairs, Loosening.NONE).choices();

            assertEquals(
                    choices.stream().map(choice -> choice.fits().minutes()).toList(),
                    again.stream().map(choice -> choice.fits().minutes()).toList());
            for (int i = 1; i < choices.size(); i++) {
                Verdict.Fits before = choices.get(i - 1).fits();
                Verdict.Fits after = choices.get(i).fits();
                assertTrue(before.first() || !after.first());
                assertTrue(before.first() != after.first() || before.minutes() >= after.minutes());
            }
        }
    }

    private static Pair best(Pair... pairs) {
        return Judgement.of(List.of(pairs), Loosening.NONE).choices().getFirst().pair();
    }
}
