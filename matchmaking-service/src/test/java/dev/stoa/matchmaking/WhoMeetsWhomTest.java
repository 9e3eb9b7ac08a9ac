package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is offered to whom. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class WhoMeetsWhomTest {

    private final Person ada = Person.named("Ada").speaking("nl");
    private final Person alan = Person.named("Alan").speaking("nl");
    private final Person bob = Person.named("Bob").speaking("nl");

    @Test
    void nobodyIsOfferedTheirOwnTicket() {
        ada.ask("0613");
        ada.beAvailable("0613");
        bob.beAvailable("0613");

        awaitOffer(bob);

        assertNull(ada.standing("offer"));
    }

    @Test
    void nobodyIsMatchedWithoutACommonLanguageOrField() {
        Person gus = Person.named("Gus").speaking("sv");
        Person hal = Person.named("Hal").speaking("nl").offering("0541");
        ada.ask("0613");
        gus.beAvailable("0613");
        hal.beAvailable("0541");
        bob.beAvailable("0613");

        awaitOffer(bob);

        assertNull(gus.standing("offer"));
        assertNull(hal.standing("offer"));
        gus.stop();
        hal.stop();
    }

    @Test
    void whoeverIsInACallIsOfferedNothingAndNotOfferedToAnybody() {
        ada.ask("0613");
        bob.ask("0541");
        bob.beAvailable("0613");
        bob.talkTo(ada);
        alan.ask("0613");
        Person ivy = Person.named("Ivy").speaking("nl").offering("0541", "0613");

        ivy.beAvailable("0541");

        bob.get("/standing")
                .body("availability.state", equalTo("in-call"))
                .body("ticket.state", equalTo("queued"))
                .body("offer", nullValue());
        alan.get("/standing").body("ticket.state", equalTo("queued"));
        assertNull(ivy.standing("offer"));

        bob.post("/matches/" + bob.standing("match.id") + "/leave").statusCode(204);

        assertEquals("Alan", awaitLearner(bob));
        assertEquals("Bob", awaitLearner(ivy));
        ivy.stop();
    }

    @Test
    void anExpertIsAvailableOnlyForWhatTheAccountOffers() {
        Person hal = Person.named("Hal").offering("061", "0541");

        hal.put("/availability", Map.of("fields", List.of("0613", "0541")))
                .statusCode(200)
                .body("leaseUntil", notNullValue());
        hal.put("/availability", Map.of("fields", List.of("0613", "0542")))
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/field-not-offered"));
        hal.put("/availability", Map.of("fields", List.of("06"))).statusCode(403);
        hal.stop();
        hal.stop();
        hal.get("/availability").body("state", equalTo("off")).body("leaseUntil", nullValue());
    }

    private static String awaitLearner(Person expert) {
        awaitOffer(expert);
        return expert.standing("offer.learner.displayName");
    }

    @AfterEach
    void everybodyGoes() {
        for (Person person : List.of(ada, alan, bob)) {
            person.stop();
            String ticket = person.standing("ticket.id");
            if (ticket != null) {
                person.post("/tickets/" + ticket + "/cancel");
            }
            String match = person.standing("match.id");
            if (match != null) {
                person.post("/matches/" + match + "/leave");
            }
        }
    }

    private static String awaitOffer(Person expert) {
        await().until(() -> expert.standing("offer.id") != null);
        return expert.standing("offer.id");
    }
}
