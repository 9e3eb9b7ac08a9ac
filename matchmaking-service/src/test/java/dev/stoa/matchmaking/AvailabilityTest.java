package dev.stoa.matchmaking;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How experts say what they are available for, and how much of it. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class AvailabilityTest {

    private final Person ada = Person.named("Ada").speaking("da");
    private final Person eve = Person.named("Eve").speaking("da");

    @Test
    void withoutWishesThereIsNoLimitAndNothingIsAcceptedUnasked() {
        eve.beAvailable("0613");

        eve.get("/availability")
                .body("state", equalTo("available"))
                .body("capacity", nullValue())
                .body("taken", equalTo(0))
                .body("doNotDisturb", equalTo(false))
                .body("autoAccept", equalTo(false));
    }

    @Test
    void whoeverDoesNotWantToBeDisturbedGetsNoOfferUntilThatIsTakenBack() {
        eve.put("/availability", Map.of("fields", List.of("0613"), "doNotDisturb", true))
                .statusCode(200)
                .body("state", equalTo("do-not-disturb"));
        ada.ask("0613");
        Person bob = Person.named("Bob").speaking("da");
        bob.beAvailable("0613");
        await().until(() -> bob.standing("offer.id") != null);
        assertNull(eve.standing("offer"));
        bob.stop();

        eve.beAvailable("0613");

        await().until(() -> eve.standing("offer.id") != null);
    }

    @Test
    void whoeverWishesSoHasAcceptedAsSoonAsAnOfferIsMade() {
        eve.put("/availability", Map.of("fields", List.of("0613"), "autoAccept", true))
                .statusCode(200);
        String ticket = ada.ask("0613");
        eve.awaitOffer();
        eve.get("/standing").body("offer.accepted", equalTo(true));

        ada.post("/tickets/" + ticket + "/ready").statusCode(200).body("state", equalTo("matched"));

        ada.post("/matches/" + ada.standing("match.id") + "/leave").statusCode(204);
    }

    @Test
    void doNotDisturbDuringACallHoldsAfterIt() {
        call();

        eve.put("/availability", Map.of("fields", List.of("0613"), "doNotDisturb", true))
                .body("state", equalTo("in-call"))
                .body("taken", equalTo(1));
        eve.post("/matches/" + eve.standing("match.id") + "/leave").statusCode(204);

        eve.get("/availability").body("state", equalTo("do-not-disturb")).body("taken", equalTo(1));
    }

    @Test
    void theAvailabilityEndsOnceTheCapacityIsReached() {
        try (Watcher watcher = Watcher.of(eve)) {
            eve.put("/availability", Map.of("fields", List.of("0613"), "capacity", 1))
                    .body("capacity", equalTo(1));
            call();
            eve.get("/availability").body("state", equalTo("in-call")).body("taken", equalTo(1));

            eve.post("/matches/" + eve.standing("match.id") + "/leave").statusCode(204);

            assertEquals("capacity-reached", watcher.next("availability-ended").getString("reason"));
        }
        eve.get("/availability").body("state", equalTo("off"));
    }

    @Test
    void aCapacityThatIsReachedAlreadyIsRefused() {
        eve.beAvailable("0613");
        call();
        eve.post("/matches/" + eve.standing("match.id") + "/leave").statusCode(204);

        eve.put("/availability", Map.of("fields", List.of("0613"), "capacity", 1))
                .statusCode(409)
                .body("type", equalTo("/problems/capacity-reached"))
                .body("taken", equalTo("1"));

        eve.put("/availability", Map.of("fields", List.of("0613"), "capacity", 2))
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"fields":["0613"],"capacity":0}           | capacity
                    {"fields":["0613"],"capacity":21}          | capacity
                    {"fields":["0613"],"capacity":"many"}      | capacity
                    {"fields":["0613"],"doNotDisturb":"maybe"} | doNotDisturb
                    {"fields":["0613"],"autoAccept":{}}        | autoAccept
                    {"fields":[]}                              | fields
                    """)
    void whatIsWrongIsNamed(String body, String field) {
        eve.put("/availability", body)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.field", hasItem(field));
    }

    @Test
    void aNumberThatIsTooLargeToReadIsRefused() {
        eve.put("/availability", "{\"fields\":[\"0613\"],\"capacity\":99999999999}")
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void fieldsThatAreNotOfferedAreNamed() {
        eve.put("/availability", Map.of("fields", List.of("0613", "0541", "0542")))
                .statusCode(403)
                .body("type", equalTo("/problems/field-not-offered"))
                .body("fields", equalTo(List.of("0541", "0542")));
    }

    private void call() {
        if ("off".equals(eve.get("/availability").extract().path("state"))) {
            eve.beAvailable("0613");
        }
        ada.ask("0613");
        eve.talkTo(ada);
    }

    @AfterEach
    void everybodyGoes() {
        for (Person person : List.of(ada, eve)) {
            person.stop();
            String match = person.standing("match.id");
            if (match != null) {
                person.post("/matches/" + match + "/leave");
            }
            String ticket = person.standing("ticket.id");
            if (ticket != null) {
                person.post("/tickets/" + ticket + "/cancel");
            }
        }
    }
}
