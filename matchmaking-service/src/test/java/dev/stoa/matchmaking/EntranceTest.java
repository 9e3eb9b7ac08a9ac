package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.PassClaims;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.SignalingRedis;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The room pass that comes with the news of a match, so that a page need not ask for it. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class EntranceTest {

    private final Person ada = Person.named("Ada");
    private final Person bob = Person.named("Bob").offering("0613");

    private String match = "";

    @BeforeEach
    void bothWait() {
        ada.ask("0613");
        bob.beAvailable("0613");
    }

    @AfterEach
    void everybodyGoes() {
        ada.post("/matches/" + match + "/leave").statusCode(204);
        bob.stop();
    }

    @Test
    void eachSideIsLetIntoTheSameRoomAsItself() throws Exception {
        try (Watcher adas = Watcher.of(ada);
                Watcher bobs = Watcher.of(bob)) {
            match = bob.meet(ada);

            JwtClaims adasPass = entrance(adas);
            JwtClaims bobsPass = entrance(bobs);
            JwtClaims asked = PassClaims.of(ada.post("/matches/" + match + "/pass", Map.of("nonce", "a".repeat(22)))
                    .extract()
                    .path("pass"));
            assertEquals(adasPass.getStringClaimValue("room"), bobsPass.getStringClaimValue("room"));
            for (String claim : List.of("iss", "sub", "room", "name", "role", "can", "aud")) {
                assertEquals(asked.getClaimValue(claim), adasPass.getClaimValue(claim), claim);
            }
            assertEquals(
                    List.of("Bob", "expert"), List.of(bobsPass.getClaimValue("name"), bobsPass.getClaimValue("role")));
            assertEquals("/api/signaling/v1/socket", adas.next("match").getString("pass.socketPath"));
            Instant until = Instant.parse(adas.next("match").getString("pass.expiresAt"));
            assertEquals(until.getEpochSecond(), adasPass.getExpirationTime().getValue());
            assertTrue(until.isBefore(Instant.now().plus(Duration.ofSeconds(61))));
        }
    }

    @Test
    void eachPageHasAPassOfItsOwn() throws Exception {
        try (Watcher one = Watcher.of(ada);
                Watcher other = Watcher.of(ada)) {
            match = bob.meet(ada);

            assertNotEquals(entrance(one).getJwtId(), entrance(other).getJwtId());
            assertNotEquals(
                    entrance(one).getStringClaimValue("nonce"), entrance(other).getStringClaimValue("nonce"));
        }
    }

    @Test
    void whoComesBackLaterAsksForOne() {
        String seen;
        try (Watcher adas = Watcher.of(ada)) {
            seen = adas.lastId();
        }
        match = bob.meet(ada);

        try (Watcher adas = Watcher.of(ada, seen)) {
            assertEquals(match, adas.next("match").getString("match.id"));
            assertNull(adas.next("match").get("pass"));
        }
    }

    @Test
    void thatBothAreThereLetsNobodyInAgain() throws Exception {
        try (Watcher adas = Watcher.of(ada);
                SignalingRedis signaling = new SignalingRedis()) {
            match = bob.meet(ada);
            JwtClaims pass = entrance(adas);
            String room = pass.getStringClaimValue("room");
            signaling.joined(room, pass.getSubject());
            signaling.joined(
                    room,
                    PassClaims.of(bob.post("/matches/" + match + "/pass", Map.of("nonce", "b".repeat(22)))
                                    .extract()
                                    .path("pass"))
                            .getSubject());

            await("both in the call").until(() -> matches(adas).size() == 2);
            assertEquals("in-call", matches(adas).getLast().getString("match.state"));
            assertNull(matches(adas).getLast().get("pass"));
        }
    }

    private static List<JsonPath> matches(Watcher watcher) {
        return watcher.events().stream()
                .filter(event -> event.type().equals("match"))
                .map(Watcher.Event::data)
                .toList();
    }

    private static JwtClaims entrance(Watcher watcher) throws Exception {
        return PassClaims.of(watcher.next("match").getString("pass.pass"));
    }
}
