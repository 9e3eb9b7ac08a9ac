package dev.stoa.matchmaking;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The event stream as a page reads it: how it begins and ends. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class EventsTest {

    @Test
    void aFreshStreamBeginsWithTheStanding() {
        Person ada = Person.named("Ada").speaking("fi");
        String ticket = ada.ask("0613");

        try (Watcher adas = Watcher.of(ada)) {
            assertEquals(ticket, adas.next("standing").getString("ticket.id"));
            assertEquals("standing", adas.next("standing").getString("type"));
            assertEquals("queued", adas.next("standing").getString("ticket.state"));
            assertNull(adas.next("standing").get("match"));
            assertEquals(
                    "text/event-stream",
                    adas.response()
                            .headers()
                            .firstValue("Content-Type")
                            .orElseThrow()
                            .split(";")[0]);
            assertEquals(
                    "no-store",
                    adas.response().headers().firstValue("Cache-Control").orElseThrow());
            assertEquals(
                    "no",
                    adas.response().headers().firstValue("X-Accel-Buffering").orElseThrow());
        }
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
    }

    @Test
    void streamsArePinged() {
        try (Watcher adas = Watcher.of(Person.named("Ada"))) {
            assertEquals("ping", adas.next("ping").getString("type"));
        }
    }

    @Test
    void aStreamEndsWhenTheTokenExpires() {
        Person ada = Person.named("Ada").withTokenFor(5);

        try (Watcher adas = Watcher.of(ada)) {
            await("the end of the stream").until(adas::ended);
        }
    }

    @Test
    void aFifthStreamEndsTheOldest() {
        Person ada = Person.named("Ada").speaking("fi");
        List<Watcher> watchers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            watchers.add(Watcher.of(ada));
        }

        await("the end of the oldest").until(() -> watchers.getFirst().ended());

        String ticket = ada.ask("0613");
        for (Watcher open : watchers.subList(1, 5)) {
            assertEquals(ticket, open.next("ticket").getString("ticket.id"));
            assertFalse(open.ended());
        }
        watchers.forEach(Watcher::close);
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
    }

    @Test
    void withoutATokenThereIsNoStream() {
        given().get(Person.BASE + "/events").then().statusCode(401).contentType("application/problem+json");
        Person.named("Ada")
                .request()
                .accept("application/json")
                .get("/events")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }
}
