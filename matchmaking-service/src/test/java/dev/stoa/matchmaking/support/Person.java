package dev.stoa.matchmaking.support;

import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Somebody with an account and a real access token, who speaks English and offers software, unless said otherwise. */
public final class Person implements ApiCaller {

    private final JwtClaims claims;

    private Person(String name) {
        claims = ProviderTokens.claims(name.toLowerCase() + "-" + UUID.randomUUID());
        claims.setStringClaim("name", name);
        claims.setStringListClaim("languages", List.of("en"));
        claims.setStringListClaim("fields", List.of("0613"));
    }

    /** Somebody new. */
    public static Person named(String name) {
        return new Person(name);
    }

    /** Offers help with these fields. */
    public Person offering(String... codes) {
        claims.setStringListClaim("fields", List.of(codes));
        return this;
    }

    /** Speaks these languages. */
    public Person speaking(String... languages) {
        claims.setStringListClaim("languages", List.of(languages));
        return this;
    }

    /** Has a token that expires in so many seconds (negative: has expired). */
    public Person withTokenFor(int seconds) {
        NumericDate end = NumericDate.now();
        end.addSeconds(seconds);
        claims.setExpirationTime(end);
        return this;
    }

    /** Has the role of administrators. */
    public Person administrator() {
        return claiming("realm_access", Map.of("roles", List.of("administrator")));
    }

    /** Has a token with this claim. */
    public Person claiming(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    public String account() {
        return String.valueOf(claims.getClaimValue("sub"));
    }

    /** The signed access token. */
    @Override
    public String token() {
        return ProviderTokens.sign(claims);
    }

    /** Asks for help with a field and gives the ticket's id. */
    public String ask(String field) {
        return post("/tickets", Map.of("field", field, "problem", "Why does my loop never end?"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Becomes available for fields. */
    public void beAvailable(String... fields) {
        put("/availability", Map.of("fields", List.of(fields))).statusCode(200);
    }

    /** Stops being available. */
    public void stop() {
        request().delete("/availability").then().statusCode(204);
    }

    /** Waits for something, and renews the availability meanwhile as a page does. */
    public void stayAvailableUntil(Callable<Boolean> condition) {
        await().until(() -> {
            post("/availability/renew");
            return condition.call();
        });
    }

    /** Cancels a ticket, also one that has failed and still keeps its place. */
    public void cancelForGood(String ticket) {
        post("/tickets/" + ticket + "/reopen");
        post("/tickets/" + ticket + "/cancel");
    }

    /** Waits for an offer and gives its id. */
    public String awaitOffer() {
        await("an offer").until(() -> standing("offer.id") != null);
        return standing("offer.id");
    }

    /** Waits for an offer, accepts it together with its learner, and gives the match's id. */
    public String meet(ApiCaller learner) {
        String offer = awaitOffer();
        learner.post("/tickets/" + learner.standing("ticket.id") + "/ready").statusCode(200);
        return post("/offers/" + offer + "/accept").statusCode(200).extract().path("matchId");
    }

    /** Meets a learner, and both come into the room; gives the match's id. */
    public String talkTo(ApiCaller learner) {
        String match = meet(learner);
        try (SignalingRedis signaling = new SignalingRedis()) {
            signaling.letBothIn(match);
        }
        return match;
    }
}
