package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import dev.stoa.matchmaking.support.Watcher;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Integrators ask for help on behalf of their own users, who get in by a link. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class OnBehalfTest {

    private final TestIntegrator school = TestIntegrator.with("tickets events");

    @Test
    void aTicketOnBehalfIsAnsweredWithALinkForTheLearner() {
        JsonPath ticket = school.post("/tickets", TestIntegrator.wish("student-1", "0541"))
                .statusCode(201)
                .body("state", equalTo("queued"))
                .body("languages", equalTo(List.of("en")))
                .body("learner.externalId", equalTo("student-1"))
                .body("learner.displayName", equalTo("Ada of student-1"))
                .body("joinLink", matchesPattern("http://127.0.0.1:\\d+/join#[\\w-]+\\.[\\w-]+\\.[\\w-]+"))
                .extract()
                .jsonPath();
        String id = ticket.getString("id");

        school.get("/tickets/" + id).statusCode(200).body("learner.externalId", equalTo("student-1"));
        Guest ada = Guest.of(ticket.getString("joinLink"));
        ada.get("/standing").statusCode(200).body("ticket.id", equalTo(id)).body("ticket.learner", nullValue());
        ada.get("/tickets/" + id).statusCode(200).body("learner", nullValue()).body("joinLink", nullValue());
        school.post("/tickets/" + id + "/cancel").statusCode(200).body("state", equalTo("cancelled"));
        ada.get("/standing").statusCode(200).body("ticket", nullValue());
    }

    @Test
    void theLearnerOfALinkIsServedLikeAnyOther() {
        Person bob = Person.named("Bob").offering("0542");
        JsonPath ticket = school.post("/tickets", TestIntegrator.wish("student-2", "0542"))
                .statusCode(201)
                .extract()
                .jsonPath();
        Guest ada = Guest.of(ticket.getString("joinLink"));
        try (Watcher adas = Watcher.of(ada)) {
            bob.beAvailable("0542");
            bob.awaitOffer();
            bob.get("/standing").body("offer.learner.displayName", equalTo("Ada of student-2"));
            bob.meet(ada);
            String match = adas.next("match").getString("match.id");

            ada.get("/matches/" + match).statusCode(200).body("role", equalTo("learner"));
            ada.post("/matches/" + match + "/pass", Map.of("nonce", "n".repeat(22)))
                    .statusCode(200);
            ada.post("/matches/" + match + "/leave").statusCode(204);
            adas.next("match-ended");
        }
        bob.stop();
    }

    @Test
    void aLearnerHasOneOpenTicketWhichIsTheIntegratorsBusinessAlone() {
        TestIntegrator club = TestIntegrator.with("tickets");
        Person eve = Person.named("Eve");
        String schools = ask(school, "student-3");

        problem(school.post("/tickets", TestIntegrator.wish("student-3", "0541")), 409)
                .body("type", equalTo("/problems/active-ticket-exists"))
                .body("ticketId", equalTo(schools));
        String clubs = ask(club, "student-3");

        assertNotEquals(schools, clubs);
        problem(club.get("/tickets/" + schools), 404);
        problem(club.post("/tickets/" + schools + "/cancel"), 404);
        problem(school.get("/tickets/" + clubs), 404);
        problem(school.post("/tickets/" + clubs + "/cancel"), 404);
        problem(eve.get("/tickets/" + schools), 404);
        problem(eve.post("/tickets/" + schools + "/cancel"), 404);
        String evesTicket = eve.ask("0541");
        problem(school.get("/tickets/" + evesTicket), 404);
        eve.post("/tickets/" + evesTicket + "/cancel").statusCode(200);
        school.post("/tickets/" + schools + "/cancel").statusCode(200);
        club.post("/tickets/" + clubs + "/cancel").statusCode(200);
    }

    @Test
    void aLinkOpensNothingButTheLearnersOwn() {
        Guest ada = guest("student-4");
        Guest eve = guest("student-5");
        String adas = ada.standing("ticket.id");

        problem(eve.get("/tickets/" + adas), 404);
        problem(eve.post("/tickets/" + adas + "/cancel"), 404);
        problem(ada.get("/availability"), 403).body("type", equalTo("/problems/not-for-this-caller"));
        problem(ada.post("/tickets", Map.of("field", "0541", "problem", "One more")), 403);
        problem(ada.post("/offers/ofr_" + "x".repeat(22) + "/accept"), 403);
        ada.post("/tickets/" + adas + "/cancel").statusCode(200);
        eve.post("/tickets/" + eve.standing("ticket.id") + "/cancel").statusCode(200);
    }

    @Test
    void aJoinTokenIsNoRoomPassAndARoomPassNoJoinToken() throws Exception {
        Person bob = Person.named("Bob").offering("0612");
        JsonPath ticket = school.post("/tickets", TestIntegrator.wish("student-6", "0612"))
                .statusCode(201)
                .extract()
                .jsonPath();
        Guest ada = Guest.of(ticket.getString("joinLink"));
        bob.beAvailable("0612");
        String match = bob.meet(ada);
        String pass = ada.post("/matches/" + ada.standing("match.id") + "/pass", Map.of("nonce", "n".repeat(22)))
                .statusCode(200)
                .extract()
                .path("pass");

        problem(new Guest(pass).get("/standing"), 401);
        JsonWebSignature join = new JsonWebSignature();
        join.setCompactSerialization(ada.token());
        JwtClaims claims = JwtClaims.parse(join.getUnverifiedPayload());
        assertEquals(List.of("stoa-join"), claims.getAudience());
        assertEquals("stoa-join+jwt", join.getHeader("typ"));
        String token = ada.token();
        problem(new Guest(token.substring(0, token.lastIndexOf('.')) + ".AAAA").get("/standing"), 401)
                .header("WWW-Authenticate", startsWith("Bearer"));
        bob.post("/matches/" + match + "/leave").statusCode(204);
        bob.stop();
    }

    @Test
    void whatAScopeIsMissingForIsSaid() {
        problem(TestIntegrator.with("events").post("/tickets", TestIntegrator.wish("x", "0541")), 403)
                .header("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"tickets\"")
                .body("type", equalTo("/problems/insufficient-scope"))
                .body("scope", equalTo("tickets"));
        problem(TestIntegrator.with("").get("/tickets/tkt_" + "x".repeat(22)), 403)
                .body("type", equalTo("/problems/insufficient-scope"));
    }

    @Test
    void integratorsAndPeopleHaveTheirOwnEndpoints() {
        for (String path : List.of("/standing", "/availability", "/matches/mch_" + "x".repeat(22))) {
            problem(school.get(path), 403).body("type", equalTo("/problems/not-for-this-caller"));
        }
        problem(Person.named("Eve").post("/tickets", TestIntegrator.wish("x", "0541")), 400)
                .body("violations.field", hasItem("learner"));
        problem(school.post("/tickets", Map.of("field", "0541", "problem", "For whom?")), 400)
                .body("violations.field", hasItem("learner"));
    }

    @ParameterizedTest
    @CsvSource({"externalId, ''", "externalId, '  '", "displayName, ''", "displayName, 'two\nlines'"})
    void whoTheLearnerIsHasToMakeSense(String name, String value) {
        Map<String, Object> learner = new HashMap<>(Map.of("externalId", "x", "displayName", "X"));
        learner.put(name, value);

        problem(
                        school.post(
                                "/tickets",
                                Map.of(
                                        "field",
                                        "0541",
                                        "problem",
                                        "?",
                                        "languages",
                                        List.of("en"),
                                        "learner",
                                        learner)),
                        400)
                .body("violations.field", hasItem("learner." + name));
    }

    @Test
    void aPersonCannotClaimToBeAnIntegratorOrAGuest() {
        problem(Person.named("Eve").claiming("sub", "int_" + "x".repeat(22)).get("/standing"), 401);
        problem(Person.named("Eve").claiming("sub", "ext_" + "x".repeat(22)).get("/standing"), 401);
        Person.named("Eve")
                .claiming("azp", "stoa-web")
                .claiming("scope", "openid tickets")
                .get("/standing")
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"sub, platform", "sub, platform@clients", "idtyp, app"})
    void tokensOfOtherProvidersTellIntegratorsInTheirOwnWay(String claim, String value) {
        problem(
                        Person.named("Platform")
                                .claiming("azp", "platform")
                                .claiming(claim, value)
                                .get("/standing"),
                        403)
                .body("type", equalTo("/problems/not-for-this-caller"));
    }

    @Test
    void aJoinTokenAloneIsNotEnoughWithoutItsSignature() {
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"stoa-join+jwt\"}".getBytes());
        problem(
                given().basePath(Person.BASE)
                        .auth()
                        .oauth2(header + ".e30.")
                        .get("/standing")
                        .then(),
                401);
    }

    private Guest guest(String externalId) {
        return Guest.of(school.post("/tickets", TestIntegrator.wish(externalId, "0541"))
                .statusCode(201)
                .extract()
                .path("joinLink"));
    }

    private static String ask(TestIntegrator integrator, String externalId) {
        return integrator
                .post("/tickets", TestIntegrator.wish(externalId, "0541"))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
