package dev.stoa.matchmaking.api.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A match ends for both with the session by which one of the two has come into it. */
class MatchSignOutTest extends SignOutSteps {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMatchEndsAsIfThatSideHadLeft(boolean learner) {
        String ticket = matched("laptop", "laptop");
        queue.take(Step.ROOM_JOINED, "room", "peerL", "1-0", LONG);
        queue.take(Step.ROOM_JOINED, "room", "peerE", "2-0", LONG);
        String who = learner ? "learner" : "expert";

        signOut(who, "phone");
        assertEquals("in-call", queue.field("match", "mch_1", "state"));

        signOut(who, "laptop");
        assertEquals("left", last("learner", "match-ended").get("reason").asText());
        assertEquals("left", last("expert", "match-ended").get("reason").asText());
        assertEquals("completed", queue.field("ticket", ticket, "state"));
        assertEquals(List.of("r:room"), rooms());
    }

    @Test
    void whoTookTheCallToAnotherDeviceStaysInIt() {
        matched("laptop", "laptop");
        assertEquals(
                Outcome.OK,
                queue.take(Step.ENTER_MATCH, "mch_1", "learner", "phone").outcome());

        signOut("learner", "laptop");
        assertEquals("matched", queue.field("match", "mch_1", "state"));

        signOut("learner", "phone");
        assertEquals("completed", queue.field("match", "mch_1", "state"));
    }

    @Test
    void nobodyElseComesIntoAMatchNorAnybodyIntoOneThatIsOver() {
        matched("laptop", "laptop");

        assertEquals(
                Outcome.NOT_FOUND,
                queue.take(Step.ENTER_MATCH, "mch_1", "mallory", "phone").outcome());
        queue.leave("mch_1", "expert");
        assertEquals(
                Outcome.NOT_FOUND,
                queue.take(Step.ENTER_MATCH, "mch_1", "learner", "phone").outcome());
    }

    @Test
    void anAutomaticYesIsThatOfTheAvailability() {
        available("laptop", "1");
        String ticket = ask("phone");
        queue.claim("ofr_1", "expert", ticket);
        ready(ticket, "phone");
        String match = standing("expert").get("match").get("id").asText();

        signOut("expert", "laptop");

        assertEquals("completed", queue.field("match", match, "state"));
    }
}
