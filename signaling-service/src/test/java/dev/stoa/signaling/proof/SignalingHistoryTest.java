package dev.stoa.signaling.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.proof.stranger.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The checker finds each way in which a promise can be broken. Ada says three things, and Bob hears them. */
class SignalingHistoryTest {

    private static final int BOBS_FIRST = 1;

    @Test
    void aHistoryInWhichAllCameOnceAndInOrderIsGood() {
        var verdict = SignalingHistory.judge(room(ada -> {}, bob -> {}), false);

        assertEquals(new SignalingHistory.Verdict(3, 3, List.of()), verdict);
    }

    @Test
    void aSettledMessageThatIsMissingIsLost() {
        assertEquals(List.of("LOST: ada -> bob: two"), broken(ada -> {}, bob -> bob.remove(BOBS_FIRST + 1)));
    }

    @Test
    void theLastMessageMayNotBeMissingEither() {
        assertEquals(List.of("LOST: ada -> bob: three"), broken(ada -> {}, bob -> bob.remove(BOBS_FIRST + 2)));
    }

    @Test
    void aMessageThatIsHeardAgainIsDoubled() {
        assertEquals(
                List.of("DOUBLED: ada -> bob: one"),
                broken(ada -> {}, bob -> bob.add(new Event.Heard(0, 6, "ada", "one"))));
    }

    @Test
    void messagesThatChangePlacesAreOutOfOrder() {
        assertEquals(List.of("OUT OF ORDER: ada -> bob: one"), broken(ada -> {}, bob -> {
            bob.set(BOBS_FIRST, new Event.Heard(0, 3, "ada", "two"));
            bob.set(BOBS_FIRST + 1, new Event.Heard(0, 4, "ada", "one"));
        }));
    }

    @Test
    void aRefusedMessageMayNotBeHeard() {
        assertEquals(
                List.of("NEVER SAID: ada -> bob: two"),
                broken(ada -> ada.add(new Event.Refused(0, 2, "unknown-peer")), bob -> {}));
    }

    @Test
    void whatNobodySaidMayNotBeHeard() {
        assertEquals(
                List.of("NEVER SAID: ada -> bob: boo"),
                broken(ada -> {}, bob -> bob.add(new Event.Heard(0, 6, "ada", "boo"))));
    }

    @Test
    void numbersRise() {
        assertEquals(
                List.of("NUMBER NOT RISING: bob epoch 2"),
                broken(ada -> {}, bob -> bob.set(BOBS_FIRST + 1, new Event.Heard(0, 2, "ada", "two"))).stream()
                        .filter(line -> line.startsWith("NUMBER NOT"))
                        .toList());
    }

    @Test
    void aSessionThatEndsWhereItMayNotIsNotResumed() {
        assertEquals(List.of("NOT RESUMED: bob"), broken(ada -> {}, bob -> {
            bob.add(new Event.Cut(0, 4404));
            bob.add(new Event.Began(0, "two", "epoch", 9));
        }));
    }

    @Test
    void aNewSessionWithoutAReasonIsALostOne() {
        var room = room(ada -> {}, bob -> bob.add(new Event.Began(0, "two", "epoch", 9)));

        assertEquals(
                List.of("SESSION LOST WITHOUT A WORD: bob"),
                SignalingHistory.judge(room, true).broken());
    }

    @Test
    void betweenTwoSessionsSomethingMayBeMissingButNothingHeardTwice() {
        Consumer<List<Event>> again = bob -> {
            bob.remove(BOBS_FIRST + 1);
            bob.add(BOBS_FIRST + 1, new Event.Cut(0, 4404));
            bob.add(BOBS_FIRST + 2, new Event.Began(0, "two", "epoch", 4));
        };

        assertEquals(
                List.of(), SignalingHistory.judge(room(ada -> {}, again), true).broken());
        assertEquals(
                List.of("DOUBLED: ada -> bob: three"),
                SignalingHistory.judge(
                                room(ada -> {}, again.andThen(bob -> bob.add(new Event.Heard(0, 8, "ada", "three")))),
                                true)
                        .broken());
    }

    @Test
    void whatWasNotSettledWhenTheSessionEndedIsInDoubt() {
        assertEquals(List.of(), broken(ada -> ada.set(4, new Event.Settled(0, 2)), bob -> bob.remove(BOBS_FIRST + 2)));
    }

    private static List<String> broken(Consumer<List<Event>> ada, Consumer<List<Event>> bob) {
        return SignalingHistory.judge(room(ada, bob), false).broken();
    }

    private static Map<String, List<Event>> room(Consumer<List<Event>> ada, Consumer<List<Event>> bob) {
        var adas = new ArrayList<Event>(List.of(
                new Event.Began(0, "one", "epoch", 1),
                new Event.Offered(0, 1, "", "one"),
                new Event.Offered(0, 2, "bob", "two"),
                new Event.Offered(0, 3, "", "three"),
                new Event.Settled(0, 3)));
        var bobs = new ArrayList<Event>(List.of(
                new Event.Began(0, "two", "epoch", 2),
                new Event.Heard(0, 3, "ada", "one"),
                new Event.Heard(0, 4, "ada", "two"),
                new Event.Heard(0, 5, "ada", "three")));
        ada.accept(adas);
        bob.accept(bobs);
        return Map.of("ada", adas, "bob", bobs);
    }
}
