package dev.stoa.matchmaking;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The event stream as a page reads it: nothing lost, nothing twice, and an honest word when that can't be. */
@QuarkusTest
@QuarkusTestResource(TestWorld.class)
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
    void whoeverComesBackGetsExactlyWhatWasMissed() {
        Person bob = Person.named("Bob");
        List<String> seen = new ArrayList<>();
        String last;
        try (Watcher bobs = Watcher.of(bob)) {
            bob.beAvailable("0613");
            bobs.next("availability");
            bobs.events().forEach(event -> seen.add(event.id()));
            last = bobs.lastId();
        }

        for (int i = 0; i < 20; i++) {
            bob.beAvailable("0613");
        }
        try (Watcher bobs = Watcher.of(bob, last)) {
            await().until(() -> bobs.events().size() == 20);
            bob.stop();
            bobs.next("availability-ended");
            bobs.events().forEach(event -> seen.add(event.id()));

            assertFalse(bobs.types().contains("standing"));
            assertEquals(23, seen.size());
            assertEquals(23, new HashSet<>(seen).size());
        }
    }

    @Test
    void nothingIsLostOrDoubledWhileEventsPourInDuringReconnects() throws Exception {
        Person bob = Person.named("Bob");
        List<String> seen = new ArrayList<>();
        String last;
        try (Watcher bobs = Watcher.of(bob)) {
            last = bobs.lastId();
        }

        Thread pouring = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 150; i++) {
                bob.beAvailable("0613");
            }
        });
        while (pouring.isAlive()) {
            last = readSome(bob, last, seen);
        }
        pouring.join();
        bob.stop();
        try (Watcher bobs = Watcher.of(bob, last)) {
            bobs.next("availability-ended");
            bobs.events().forEach(event -> seen.add(event.id()));
        }

        assertEquals(151, seen.size());
        assertEquals(seen.stream().sorted(EventsTest::byId).distinct().toList(), seen);
    }

    private static String readSome(Person person, String last, List<String> seen) {
        try (Watcher watcher = Watcher.of(person, last)) {
            await().atMost(Duration.ofSeconds(10)).until(() -> !watcher.events().isEmpty());
            List<Watcher.Event> got = watcher.events();
            got.forEach(event -> seen.add(event.id()));
            return got.getLast().id();
        }
    }

    private static int byId(String one, String other) {
        String[] a = one.split("-");
        String[] b = other.split("-");
        int byTime = Long.compare(Long.parseLong(a[0]), Long.parseLong(b[0]));
        return byTime != 0 ? byTime : Long.compare(Long.parseLong(a[1]), Long.parseLong(b[1]));
    }

    @Test
    void whoeverComesBackTooLateIsToldSo() {
        Person bob = Person.named("Bob");
        String last;
        try (Watcher bobs = Watcher.of(bob)) {
            bob.beAvailable("0613");
            bobs.next("availability");
            last = bobs.lastId();
        }
        for (int i = 0; i < 600; i++) {
            bob.beAvailable("0613");
        }

        try (Watcher bobs = Watcher.of(bob, last)) {
            bobs.next("standing");
            assertEquals(List.of("reset", "standing"), bobs.types());
            bob.stop();
            bobs.next("availability-ended");
            assertEquals(List.of("reset", "standing", "availability-ended"), bobs.types());
        }
    }

    @Test
    void anUnknownLastEventIdIsAnsweredWithAReset() {
        Person ada = Person.named("Ada");

        for (String id : List.of("99999999999999-0", "1-1", "rubbish", "-", "1".repeat(500), "../../x", "1-1-1")) {
            try (Watcher adas = Watcher.of(ada, id)) {
                adas.next("standing");
                assertEquals(List.of("reset", "standing"), adas.types(), id);
            }
        }
    }

    @Test
    void aStreamEndsWhenTheTokenExpires() {
        Person ada = Person.named("Ada").withTokenFor(3);

        try (Watcher adas = Watcher.of(ada)) {
            await().atMost(Duration.ofSeconds(6)).until(adas::ended);
        }
    }

    @Test
    void aFifthStreamEndsTheOldest() {
        Person ada = Person.named("Ada").speaking("fi");
        List<Watcher> watchers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            watchers.add(Watcher.of(ada));
        }

        await().until(() -> watchers.getFirst().ended());

        String ticket = ada.ask("0613");
        for (Watcher open : watchers.subList(1, 5)) {
            assertEquals(ticket, open.next("ticket").getString("ticket.id"));
            assertFalse(open.ended());
        }
        watchers.forEach(Watcher::close);
        ada.post("/tickets/" + ticket + "/cancel").statusCode(200);
    }

    @Test
    void whoeverWaitsBehindLearnsOfTheNewPlaceAndItNeverMovesBackwards() {
        Person first = Person.named("First").speaking("fi");
        Person second = Person.named("Second").speaking("fi");
        Person third = Person.named("Third").speaking("fi");
        String firstTicket = first.ask("0542");
        String secondTicket = second.ask("0542");
        String thirdTicket = third.ask("0542");
        try (Watcher thirds = Watcher.of(third)) {
            assertEquals(3, thirds.next("standing").getInt("ticket.place"));

            first.post("/tickets/" + firstTicket + "/cancel").statusCode(200);
            await().until(() -> places(thirds).equals(List.of(2)));
            second.post("/tickets/" + secondTicket + "/cancel").statusCode(200);

            await().until(() -> places(thirds).equals(List.of(2, 1)));
            assertTrue(thirds.all().stream()
                    .filter(event -> event.type().equals("ticket"))
                    .allMatch(event -> event.id().isEmpty()));
        }
        third.post("/tickets/" + thirdTicket + "/cancel").statusCode(200);
    }

    @Test
    void whoeverComesBackLearnsOfAPlaceThatMovedMeanwhile() {
        Person first = Person.named("First").speaking("fi");
        Person second = Person.named("Second").speaking("fi");
        String firstTicket = first.ask("0612");
        String secondTicket = second.ask("0612");
        String last;
        try (Watcher seconds = Watcher.of(second)) {
            last = seconds.lastId();
        }
        first.post("/tickets/" + firstTicket + "/cancel").statusCode(200);

        try (Watcher seconds = Watcher.of(second, last)) {
            await().until(() -> places(seconds).equals(List.of(1)));
        }
        second.post("/tickets/" + secondTicket + "/cancel").statusCode(200);
    }

    private static List<Integer> places(Watcher watcher) {
        return watcher.all().stream()
                .filter(event -> event.type().equals("ticket"))
                .map(event -> event.data().getInt("ticket.place"))
                .toList();
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
