package dev.stoa.signaling.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.cluster.Entry;
import dev.stoa.signaling.cluster.Heard;
import dev.stoa.signaling.cluster.Member;
import dev.stoa.signaling.cluster.Missed;
import dev.stoa.signaling.protocol.CloseReason;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final RememberingPage page = new RememberingPage();
    private final Peer ada = new Peer(new Member("room", "ada", "c1"), page);
    private final Room room = new Room("room", Future.succeededFuture());

    @Test
    void entriesInOrderAreHandedOn() {
        join(1);

        for (var seq = 2; seq <= 4; seq++) {
            assertFalse(room.take(heard(seq)));
        }

        assertEquals(List.of(2L, 3L, 4L), page.numbers());
    }

    @Test
    void anEntryThatCameBeforeIsNotHandedOnAgain() {
        join(1);

        room.take(heard(2));
        room.take(heard(2));

        assertEquals(List.of(2L), page.numbers());
    }

    @Test
    void anEntryBeforeTheWelcomeWaitsForIt() {
        room.add(ada);
        room.take(heard(4));
        room.take(heard(5));
        room.take(heard(6));

        room.entered("epoch", 5);
        ada.enter(5, "welcome", List.of());

        assertEquals(List.of("welcome", "{\"seq\":6}"), page.texts());
    }

    @Test
    void aHoleIsSeenAndFilledInOrder() {
        join(1);
        room.take(heard(2));

        assertTrue(room.take(heard(5)));
        assertTrue(room.startReading());
        room.take(heard(6));
        assertTrue(room.caughtUp(new Missed("epoch", 5, 5, List.of(entry(3), entry(4), entry(5)))));

        assertEquals(List.of(2L, 3L, 4L, 5L, 6L), page.numbers());
        assertFalse(room.hasHole());
    }

    @Test
    void aSecondHoleBehindTheFirstIsSeen() {
        join(1);
        room.take(heard(3));
        room.startReading();
        room.take(heard(9));

        assertTrue(room.caughtUp(new Missed("epoch", 4, 4, List.of(entry(2), entry(3), entry(4)))));

        assertTrue(room.hasHole());
        assertEquals(List.of(2L, 3L, 4L), page.numbers());
    }

    @Test
    void whatTheLogLostIsNotPassedOverInSilence() {
        join(1);
        room.take(heard(9));
        room.startReading();

        assertFalse(room.caughtUp(new Missed("epoch", 9, 9, List.of(entry(8), entry(9)))));
    }

    @Test
    void numbersForOthersAreNoHole() {
        join(1);

        assertFalse(room.take(new Heard(1, entry(5))));
        assertFalse(room.take(new Heard(5, entry(9))));

        assertEquals(List.of(5L, 9L), page.numbers());
    }

    @Test
    void whatFellOutOfTheLogAndWasForOthersIsNotMissed() {
        join(1);
        room.take(new Heard(1, entry(5)));
        room.startReading();

        assertTrue(room.caughtUp(new Missed("epoch", 2_000, 5, List.of(entry(1_999), entry(2_000)))));
        assertFalse(room.take(new Heard(5, entry(2_001))));
    }

    @Test
    void aNumberThatSomebodyHereWasGivenAndRedisLostIsALoss() {
        join(1);
        room.said(entry(3));
        room.startReading();

        assertTrue(room.isContradictedBy(new Missed("epoch", 2, 1, List.of(entry(2)))));
        assertTrue(room.isContradictedBy(new Missed("epoch", 3, 1, List.of(entry(2), other(3)))));
        assertFalse(room.isContradictedBy(new Missed("epoch", 4, 1, List.of(entry(2), entry(3), other(4)))));
    }

    @Test
    void moreThanCanWaitIsReadAfterwards() {
        join(1);
        room.take(heard(3));
        room.startReading();
        LongStream.rangeClosed(4, 5_000).forEach(seq -> room.take(heard(seq)));

        room.caughtUp(new Missed("epoch", 3, 3, List.of(entry(2), entry(3))));

        assertTrue(room.hasHole());
        assertTrue(room.take(heard(5_001)));
    }

    @Test
    void theEntryThatEndsItsConnectionClosesThePage() {
        join(1);

        room.take(new Heard(1, new Entry(2, "ada", Entry.ALL, "replaced:c1", "{\"seq\":0}")));

        assertEquals(CloseReason.REPLACED, page.closed());
        assertTrue(room.isEmpty());
    }

    @Test
    void theEntryThatEndsAnEarlierConnectionDoesNot() {
        join(2);

        room.take(new Heard(2, new Entry(3, "ada", Entry.ALL, "lost:c0", "{\"seq\":0}")));

        assertFalse(room.isEmpty());
        assertEquals(List.of(), page.numbers());
    }

    @Test
    void whatIsSaidAfterALossIsHandedOnThoughItsNumbersAreLower() {
        join(9);
        assertTrue(room.startReading());
        assertFalse(room.caughtUp(new Missed("epoch", 4, 4, List.of())));

        room.forget();
        room.entered("epoch", 5);
        room.take(heard(6));

        assertEquals(6, room.last());
    }

    private void join(long seq) {
        room.add(ada);
        room.entered("epoch", seq);
        ada.enter(seq, "welcome", List.of());
    }

    /** Follows the number right before it. */
    private static Heard heard(long seq) {
        return new Heard(seq - 1, entry(seq));
    }

    private static Entry other(long seq) {
        return new Entry(seq, "ada", "bob", "-", "{\"seq\":" + seq + "}");
    }

    private static Entry entry(long seq) {
        return new Entry(seq, "bob", "ada", "-", "{\"seq\":" + seq + "}");
    }
}
