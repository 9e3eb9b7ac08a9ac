package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How learners who wait learn of their places. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class PlacesTest {

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
}
