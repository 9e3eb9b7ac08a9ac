package dev.stoa.localstack.bench.matchmaking;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * Stands in for the OIDC provider and for identity-service: signs access tokens of as many accounts as are wanted, and
 * says of an account what its token says.
 */
final class Provider implements AutoCloseable {
    private static final String KEY_ID = "bench";
    private static final Duration LIFE = Duration.ofHours(3);
    /** As Keycloak signs unless told otherwise: RS256, with a key of this size. */
    private static final int KEY_BITS = 2_048;

    private final KeyPair keys;
    private final HttpServer server;

    Provider(Vertx vertx) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        server = vertx.createHttpServer().requestHandler(this::answer);
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    /** Issuer and identity-service alike. */
    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** A fresh access token of an account that may help with the field. */
    String token(String account, String field) {
        var now = Instant.now();
        var claims = new JsonObject()
                .put("iss", url())
                .put("aud", "stoa-api")
                .put("sub", account)
                .put("name", account)
                .put("field", field)
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(LIFE).getEpochSecond());
        try {
            var signed =
                    part(new JsonObject().put("alg", "RS256").put("kid", KEY_ID).put("typ", "JWT")) + "."
                            + part(claims);
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A token cannot be signed", e);
        }
    }

    private void answer(HttpServerRequest request) {
        var path = String.valueOf(request.path());
        if (path.endsWith("/.well-known/openid-configuration")) {
            json(
                    request,
                    new JsonObject()
                            .put("issuer", url())
                            .put("jwks_uri", url() + "/keys")
                            .put("token_endpoint", url() + "/token")
                            .put("authorization_endpoint", url() + "/authorize"));
        } else if (path.equals("/keys")) {
            json(request, new JsonObject().put("keys", new JsonArray().add(publicKey())));
        } else if (path.equals("/api/identity/v1/me")) {
            json(request, account(String.valueOf(request.getHeader("Authorization"))));
        } else if (path.startsWith("/api/identity/v1/fields/")) {
            var code = path.substring(path.lastIndexOf('/') + 1);
            json(request, field(code).put("level", "detailed"));
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private static JsonObject account(String bearer) {
        var payload = Base64.getUrlDecoder().decode(bearer.split("\\.")[1]);
        var claims = new JsonObject(new String(payload, StandardCharsets.UTF_8));
        return new JsonObject()
                .put("id", claims.getString("sub"))
                .put("displayName", claims.getString("name"))
                .put("languages", new JsonArray().add("en"))
                .put(
                        "fields",
                        new JsonArray().add(field(claims.getString("field")).put("verified", true)))
                .put("administrator", false);
    }

    private static JsonObject field(String code) {
        return new JsonObject().put("code", code).put("name", "Field " + code);
    }

    private JsonObject publicKey() {
        var key = (RSAPublicKey) keys.getPublic();
        return new JsonObject()
                .put("kty", "RSA")
                .put("alg", "RS256")
                .put("use", "sig")
                .put("kid", KEY_ID)
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
    }

    private static void json(HttpServerRequest request, JsonObject body) {
        request.response().putHeader("Content-Type", "application/json").end(body.encode());
    }

    private static String part(JsonObject content) {
        return base64(content.encode().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the sign byte, as RFC 7518 wants. */
    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.close();
    }
}
