package dev.stoa.localstack.bench.signaling;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Stands in for matchmaking-service: signs room passes and publishes the key. */
final class PassIssuer implements AutoCloseable {
    private static final String KEY_ID = "bench";
    private static final Duration LIFE = Duration.ofSeconds(60);
    private static final int FIELD_BYTES = 32;

    private final ObjectMapper json = new ObjectMapper();
    private final KeyPair keys;
    private final HttpServer server;

    private PassIssuer(KeyPair keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
    }

    static PassIssuer open() throws IOException, GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var issuer = new PassIssuer(
                generator.generateKeyPair(), HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
        var set = issuer.json.writeValueAsBytes(Map.of("keys", List.of(issuer.publicKey())));
        issuer.server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        issuer.server.start();
        return issuer;
    }

    /** Any path below gives the JWK Set. */
    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A fresh pass, good for a minute. */
    String issue(Seat seat) {
        var claims = Map.of(
                "iss", "stoa-matchmaking",
                "aud", "stoa-signaling",
                "jti", UUID.randomUUID().toString(),
                "nonce", UUID.randomUUID().toString(),
                "room", seat.room(),
                "sub", seat.peer(),
                "name", seat.first() ? "Ada" : "Grace",
                "role", seat.first() ? "learner" : "expert",
                "can", List.of("media", "chat"),
                "exp", Instant.now().plus(LIFE).getEpochSecond());
        try {
            var signed = part(Map.of("alg", "ES256", "kid", KEY_ID)) + "." + part(claims);
            var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + base64(signature.sign());
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("A pass cannot be signed", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, String> publicKey() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return Map.of(
                "kty", "EC",
                "crv", "P-256",
                "alg", "ES256",
                "use", "sig",
                "kid", KEY_ID,
                "x", coordinate(point.getAffineX()),
                "y", coordinate(point.getAffineY()));
    }

    private String part(Map<String, ?> content) throws JsonProcessingException {
        return base64(json.writeValueAsBytes(content));
    }

    /** Exactly 32 bytes, as RFC 7518 wants: no sign byte, leading zeros kept. */
    private static String coordinate(BigInteger number) {
        var bytes = number.toByteArray();
        var field = new byte[FIELD_BYTES];
        int length = Math.min(bytes.length, FIELD_BYTES);
        System.arraycopy(bytes, bytes.length - length, field, FIELD_BYTES - length, length);
        return base64(field);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
