package dev.stoa.matchmaking.support;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * The other services, as far as their contracts go. What identity-service says of an account stands in the account's own
 * token, so that every test has the accounts it needs.
 */
final class Neighbours {

    private static final Map<String, String> FIELDS = Map.of(
            "06", "Information and Communication Technologies",
            "061", "Information and Communication Technologies",
            "0612", "Database and network design and administration",
            "0613", "Software and applications development and analysis",
            "0541", "Mathematics",
            "0542", "Statistics",
            "054", "Mathematics and statistics",
            "081", "Agriculture",
            "0811", "Crop and livestock production",
            "0812", "Horticulture");

    private final Vertx vertx;
    private final RsaJsonWebKey key;
    private String issuer = "";
    private volatile boolean asleep;

    Neighbours(Vertx vertx, RsaJsonWebKey key) {
        this.vertx = vertx;
        this.key = key;
    }

    void issuer(String url) {
        issuer = url;
    }

    /** From now on nothing is answered, until {@code /wake} is asked for. */
    void sleep() {
        asleep = true;
    }

    void answer(HttpServerRequest request) {
        String path = request.path();
        if (path.equals("/wake")) {
            asleep = false;
            request.response().end();
        } else if (asleep) {
            request.connection().close();
        } else if (path.endsWith("/.well-known/openid-configuration")) {
            json(
                    request,
                    new JsonObject()
                            .put("issuer", issuer)
                            .put("jwks_uri", issuer + "/keys")
                            .put("token_endpoint", issuer + "/token")
                            .put("authorization_endpoint", issuer + "/authorize"));
        } else if (path.endsWith("/keys")) {
            JsonObject publicKey = new JsonObject(key.toJson(OutputControlLevel.PUBLIC_ONLY));
            json(request, new JsonObject().put("keys", new JsonArray().add(publicKey)));
        } else if (path.equals("/api/identity/v1/me")) {
            me(request);
        } else if (path.startsWith("/api/identity/v1/fields/")) {
            field(request, path.substring(path.lastIndexOf('/') + 1));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private void me(HttpServerRequest request) {
        JsonObject claims = claims(request.getHeader("Authorization"));
        switch (claims.getString("identity", "up")) {
            case "broken" -> request.response().setStatusCode(500).end("oops");
            case "expired" -> request.response().setStatusCode(401).end();
            case "banned" -> request.response().setStatusCode(403).end();
            case "silent" ->
                vertx.setTimer(20_000, ignored -> request.response().reset());
            case "gone" -> request.connection().close();
            default ->
                json(
                        request,
                        new JsonObject()
                                .put("id", claims.getString("sub"))
                                .put("displayName", claims.getString("name"))
                                .put("languages", claims.getJsonArray("languages"))
                                .put("fields", fields(claims))
                                .put("administrator", false));
        }
    }

    private static JsonArray fields(JsonObject claims) {
        JsonArray unverified = claims.getJsonArray("unverified", new JsonArray());
        JsonArray fields = new JsonArray();
        claims.getJsonArray("fields")
                .forEach(code -> fields.add(new JsonObject()
                        .put("code", code)
                        .put("name", FIELDS.get(code.toString()))
                        .put("verified", !unverified.contains(code))));
        return fields;
    }

    private static void field(HttpServerRequest request, String code) {
        String name = FIELDS.get(code);
        if (name == null) {
            request.response().setStatusCode(404).end();
        } else {
            json(request, new JsonObject().put("code", code).put("name", name).put("level", "detailed"));
        }
    }

    private static JsonObject claims(String bearer) {
        String payload = bearer.substring("Bearer ".length()).split("\\.")[1];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }

    private static void json(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json").end(body.encode());
    }
}
