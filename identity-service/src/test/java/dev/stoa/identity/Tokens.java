package dev.stoa.identity;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tokens as the test provider would sign them. */
public final class Tokens {

    public static final String CLIENT_ID = "stoa-web";
    public static final String ISSUER = "https://server.example.com";

    private Tokens() {}

    public static String someone() {
        return "sub-" + UUID.randomUUID();
    }

    public static String access(String subject) {
        return access(subject, Duration.ofMinutes(5));
    }

    public static String access(String subject, Duration life) {
        return sign(accessClaims(subject, life));
    }

    /** An access token that belongs to a session of the provider. */
    public static String access(String subject, Duration life, Object session) {
        return sign(accessClaims(subject, life).claim("sid", session));
    }

    public static JwtClaimsBuilder accessClaims(String subject, Duration life) {
        return claims(subject, life).audience("stoa-api").claim("typ", "Bearer").claim("name", "Ada Lovelace");
    }

    public static String administrator(String subject) {
        return sign(accessClaims(subject, Duration.ofMinutes(5))
                .claim("realm_access", Map.of("roles", List.of("administrator"))));
    }

    public static String id(String subject, String nonce) {
        return sign(idClaims(subject, nonce));
    }

    public static JwtClaimsBuilder idClaims(String subject, String nonce) {
        return claims(subject, Duration.ofMinutes(5)).audience(CLIENT_ID).claim("nonce", nonce);
    }

    public static String sign(JwtClaimsBuilder claims) {
        return claims.jws().keyId("1").sign("privateKey.jwk");
    }

    public static JwtClaimsBuilder claims(String subject, Duration life) {
        var now = Instant.now();
        return Jwt.subject(subject)
                .issuer(ISSUER)
                .preferredUserName("ada")
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now.minusSeconds(600))
                .expiresAt(now.plus(life));
    }
}
