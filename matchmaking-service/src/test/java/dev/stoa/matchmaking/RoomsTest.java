package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.support.Passing;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens in a room decides on its match. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class RoomsTest {

    private final Person ada = Person.named("Ada").speaking("pl");
    private final Person bob = Person.named("Bob").speaking("pl");
    private final SignalingRedis signaling = new SignalingRedis();

    private Watcher adas;
    private String ticket;
    private String match;
    private String room;
    private String adasPeer;
    private String bobsPeer;

    @BeforeEach
    void match() throws Exception {
        adas = Watcher.of(ada);
        ticket = ada.ask("0613");
        bob.beAvailable("0613");
        match = bob.meet(ada);
        bob.stop();
        Map<?, ?> adasPass = pass(ada);
        room = adasPass.get("room").toString();
        adasPeer = adasPass.get("sub").toString();
        bobsPeer = pass(bob).get("sub").toString();
    }

    @AfterEach
    void leave() {
        ada.post("/matches/" + match + "/leave").statusCode(204);
        ada.cancelForGood(ticket);
        adas.close();
        signaling.close();
    }

    @Test
    void aMatchWhoseRoomStaysEmptyIsCompleted() {
        signaling.joined(room, adasPeer);
        signaling.joined(room, bobsPeer);
        await().until(() -> "in-call".equals(state()));

        signaling.awaitHeard(match, signaling.empty(room));
        assertTrue(signaling.deadline(match) < System.currentTimeMillis() + 41_000);
        Passing.match(match);

        assertEquals("empty", adas.next("match-ended").getString("reason"));
        assertEquals("completed", state());
        await().until(() -> signaling.isEnded(room));
    }

    @Test
    void aMatchWhoseRoomIsJoinedAgainInTimeGoesOn() {
        signaling.joined(room, adasPeer);
        signaling.joined(room, bobsPeer);
        signaling.empty(room);

        signaling.awaitHeard(match, signaling.joined(room, adasPeer));

        assertEquals("in-call", state());
        assertTrue(signaling.deadline(match) > System.currentTimeMillis() + 3_600_000, "It ends with the longest call");
    }

    @Test
    void aMatchWhoseRoomNobodyJoinsEndsAsNoShow() {
        Passing.match(match);

        assertEquals("no-show", adas.next("match-ended").getString("reason"));
        assertEquals("completed", state());
    }

    @Test
    void whoIsAloneInTheRoomIsFreedWhenTheOtherDoesNotCome() {
        signaling.awaitHeard(match, signaling.joined(room, adasPeer));

        Passing.match(match);

        assertEquals("no-show", adas.next("match-ended").getString("reason"));
        await().until(() -> signaling.isEnded(room));
    }

    @Test
    void aReloadWhileWaitingMakesTheWaitNoLonger() {
        long until = signaling.deadline(match);
        signaling.joined(room, adasPeer);
        signaling.empty(room);

        signaling.awaitHeard(match, signaling.joined(room, adasPeer));

        assertEquals(until, signaling.deadline(match));
        Passing.match(match);
        assertEquals("no-show", adas.next("match-ended").getString("reason"));
    }

    @Test
    void roomEventsThatMakeNoSenseAreSkipped() {
        signaling.event("nonsense", "yes");
        signaling.event("room", "no such room", "event", "joined", "peer", adasPeer);
        signaling.event("room", room, "event", "exploded", "peer", adasPeer);
        signaling.joined(room, "stranger");
        signaling.joined("A".repeat(22), adasPeer);
        signaling.joined(room, adasPeer);
        signaling.joined(room, bobsPeer);

        await().until(() -> "in-call".equals(state()));
        await().until(() -> signaling.pending() == 0);
    }

    @Test
    void whatADeadInstanceHasReadIsDoneByAnother() {
        // The dead instance reads at the same time as the living one: it gets at least some of many events.
        Request read = Request.cmd(Command.XREADGROUP);
        for (String word : "GROUP matchmaking dead COUNT 1 BLOCK 5000 STREAMS sig:room-events >".split(" ")) {
            read.arg(word);
        }
        Thread dead = Thread.ofVirtual().start(() -> signaling.send(read));
        await().until(() -> {
            signaling.event("nonsense", "yes");
            return !dead.isAlive();
        });
        signaling.joined(room, adasPeer);
        signaling.joined(room, bobsPeer);

        await().until(() -> "in-call".equals(state()));
        await().atMost(Duration.ofSeconds(15)).until(() -> signaling.pending() == 0);
    }

    @Test
    void theRoomOfAMatchThatWasLeftIsClosed() {
        bob.post("/matches/" + match + "/leave").statusCode(204);

        await().until(() -> signaling.isEnded(room));
        bob.post("/matches/" + match + "/pass", Map.of("nonce", "x".repeat(22)))
                .statusCode(409)
                .body("type", equalTo("/problems/match-completed"));
        assertTrue(adas.next("match-ended").getString("matchId").equals(match));
    }

    private String state() {
        return bob.get("/matches/" + match).statusCode(200).extract().path("state");
    }

    private Map<?, ?> pass(Person person) throws Exception {
        String pass = person.post("/matches/" + match + "/pass", Map.of("nonce", "x".repeat(22)))
                .statusCode(200)
                .extract()
                .path("pass");
        return new ObjectMapper().readValue(Base64.getUrlDecoder().decode(pass.split("\\.")[1]), Map.class);
    }
}
