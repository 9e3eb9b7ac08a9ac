package dev.stoa.matchmaking.records.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import io.vertx.redis.client.Command;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What others still say of somebody whose account was deleted is heard, and kept nowhere. */
class DeletedPartnerTest extends OnAHistory {

    private static final long DAY = 86_400_000;

    private String ticket;

    @BeforeEach
    void meet() {
        ticket = world.queue().enqueue("learner");
        world.queue().meet("ofr_1", "mch_1", ticket);
    }

    @Test
    void aRatingOfADeletedExpertIsNotKept() {
        talkAndLeave();
        delete("expert");

        assertEquals(
                Outcome.OK,
                world.queue()
                        .take(Step.RATE, "mch_1", "learner", 5, "[]", "both", "Eve was kind", DAY)
                        .outcome());
        world.write();

        assertEquals(List.of(), world.all("select about || words from rating"));
        assertEquals(
                0, world.queue().redis(Command.EXISTS, "{mm}:rating:expert").toInteger());
    }

    @Test
    void aDeletedExpertBecomesNobodysFavourite() {
        talkAndLeave();
        delete("expert");

        assertEquals(Outcome.OK, relate("learner", "favourite"));
        world.write();

        assertEquals(List.of(), world.all("select other || other_name from relation"));
        assertEquals(
                0,
                world.queue().redis(Command.EXISTS, "{mm}:favourites:learner").toInteger());
    }

    @Test
    void aDeletedLearnerCanBeBlockedAllTheSameButNotByName() {
        talkAndLeave();
        delete("learner");

        assertEquals(Outcome.OK, relate("expert", "block"));
        world.write();

        assertEquals(List.of("learner"), world.all("select other || other_name from relation"));
        assertTrue(isKeptFrom("expert", "learner"));
    }

    @Test
    void whoWasBlockedStaysSoAndLosesTheName() {
        talkAndLeave();
        relate("expert", "block");
        world.write();

        delete("learner");
        world.write();

        assertEquals(List.of("learner"), world.all("select other || other_name from relation"));
        assertTrue(isKeptFrom("expert", "learner"));
        assertTrue(isKeptFrom("learner", "expert"));
    }

    @Test
    void whomADeletedAccountHasBlockedMayMeetItAgain() {
        talkAndLeave();
        relate("learner", "block");
        world.write();

        delete("learner");
        world.write();

        assertEquals(List.of(), world.all("select other || other_name from relation"));
        assertFalse(isKeptFrom("expert", "learner"));
        assertFalse(isKeptFrom("learner", "expert"));
    }

    @Test
    void whoComesBackIsRatedForWhatHasBegunSince() {
        world.queue().leave("mch_1", "learner");
        delete("expert");
        world.queue().take(Step.ACCOUNT_NEWS, "2-0", "expert", "unbanned", "");
        world.queue().meet("ofr_2", "mch_2", world.queue().enqueue("learner"));
        world.queue().bothCome();
        world.queue().leave("mch_2", "learner");

        world.queue().take(Step.RATE, "mch_2", "learner", 5, "[]", "both", "Kind again", DAY);
        world.write();

        assertEquals(List.of("expertKind again"), world.all("select about || words from rating"));
    }

    @Test
    void theFailedTicketOfADeletedLearnerIsNotKept() {
        world.queue().makeDue("matches", "mch_1");
        world.queue().take(Step.EXPIRE_MATCHES, 100, "0");
        delete("learner");
        world.queue().makeDue("reopenable", ticket);

        assertEquals("1", world.queue().take(Step.EXPIRE_REOPENABLE, 100).text());
        world.write();

        assertEquals(List.of(), world.all("select account || problem from ticket where problem <> ''"));
    }

    @Test
    void thatAnAccountWasDeletedIsKnownForLongerThanItsMatchesCanBeAskedFor() {
        talkAndLeave();

        delete("expert");

        long match = world.queue().redis(Command.PTTL, "{mm}:match:mch_1").toLong();
        long mark = world.queue().redis(Command.PTTL, "{mm}:deleted:expert").toLong();
        assertTrue(mark > match, mark + " ms, and " + match + " ms for the match");
    }

    private static void talkAndLeave() {
        world.queue().bothCome();
        world.queue().leave("mch_1", "learner");
    }

    private static void delete(String account) {
        world.queue().take(Step.ACCOUNT_NEWS, "1-0", account, "deleted", "");
    }

    private static boolean isKeptFrom(String account, String other) {
        return world.queue()
                .redis(Command.SISMEMBER, "{mm}:blocks:" + account, other)
                .toBoolean();
    }

    private static Outcome relate(String account, String kind) {
        return world.queue()
                .take(Step.RELATE, "mch_1", account, kind, "rel_1", DAY)
                .outcome();
    }
}
