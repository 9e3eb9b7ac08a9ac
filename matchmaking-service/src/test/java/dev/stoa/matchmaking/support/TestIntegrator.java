package dev.stoa.matchmaking.support;

import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;

/** An outside system with a real token of its own, as Keycloak gives it to a service account. */
public final class TestIntegrator implements ApiCaller {

    private final JwtClaims claims;

    private TestIntegrator(String client, String scopes) {
        claims = ProviderTokens.claims(UUID.randomUUID().toString());
        claims.setStringClaim("azp", client);
        claims.setStringClaim("client_id", client);
        claims.setStringClaim("preferred_username", "service-account-" + client);
        claims.setStringClaim("scope", scopes);
    }

    /** A new one with these scopes, separated by spaces. */
    public static TestIntegrator with(String scopes) {
        return new TestIntegrator("platform-" + UUID.randomUUID(), scopes);
    }

    /** Has a token with this claim. */
    public TestIntegrator claiming(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    /** Its client id at the provider. */
    public String client() {
        return String.valueOf(claims.getClaimValue("client_id"));
    }

    @Override
    public String token() {
        return ProviderTokens.sign(claims);
    }

    /** What it asks for on behalf of a user. */
    public static Map<String, Object> wish(String externalId, String field) {
        return Map.of(
                "field",
                field,
                "problem",
                "Why does my loop never end?",
                "learner",
                Map.of("externalId", externalId, "displayName", "Ada of " + externalId, "languages", new String[] {"en"
                }));
    }

    /** Makes a webhook that calls the receiver. */
    public JsonPath webhook(Receiver receiver) {
        return post("/webhooks", Map.of("url", receiver.url()))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /** Asks for help on behalf of a user, and answers with the ticket. */
    public JsonPath ask(String externalId, String field) {
        return post("/tickets", wish(externalId, field))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public void cancel(JsonPath ticket) {
        post("/tickets/" + ticket.getString("id") + "/cancel").statusCode(200);
    }
}
