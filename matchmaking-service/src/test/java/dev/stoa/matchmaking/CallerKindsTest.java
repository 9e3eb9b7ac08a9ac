package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People, integrators and their learners each have their own, and none passes for another. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class CallerKindsTest {

    private final TestIntegrator school = TestIntegrator.with("tickets events");

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
        ada.post("/matches/" + match + "/leave").statusCode(204);
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
}
