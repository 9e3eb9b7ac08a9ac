package dev.stoa.signaling.rig;

import java.security.Key;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Signs room passes as matchmaking-service does, and such as it never would. */
public final class PassPrinter {

    private final EllipticCurveJsonWebKey key;

    private PassPrinter(EllipticCurveJsonWebKey key) {
        this.key = key;
    }

    /** A printer with a new key of its own. */
    public static PassPrinter fresh(String keyId) {
        try {
            var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            key.setKeyId(keyId);
            return new PassPrinter(key);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The printer that {@link #secret()} came from. */
    public static PassPrinter of(String secret) {
        try {
            return new PassPrinter((EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(secret));
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The private key, for another printer. */
    public String secret() {
        return key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    }

    /** The public key as a JWK. */
    public String published() {
        return key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** A good pass. */
    public String pass(String room, String peer) {
        return pass(room, peer, claims -> {});
    }

    /** A pass with other claims than a good one. */
    public String pass(String room, String peer, Consumer<JwtClaims> change) {
        return sign(claims(room, peer, change), "ES256", key.getPrivateKey());
    }

    /** A pass signed in another way, or not at all. */
    public String pass(String room, String peer, String algorithm, Key with) {
        return sign(claims(room, peer, claims -> {}), algorithm, with);
    }

    private JwtClaims claims(String room, String peer, Consumer<JwtClaims> change) {
        var claims = new JwtClaims();
        claims.setIssuer("stoa-matchmaking");
        claims.setAudience("stoa-signaling");
        claims.setGeneratedJwtId();
        claims.setIssuedAtToNow();
        claims.setExpirationTime(NumericDate.fromSeconds(Instant.now().getEpochSecond() + 50));
        claims.setSubject(peer);
        claims.setStringClaim("room", room);
        claims.setStringClaim("name", "Name of " + peer);
        claims.setStringClaim("role", "learner");
        claims.setStringClaim("nonce", "nonce" + ThreadLocalRandom.current().nextLong(1L << 60));
        claims.setClaim("can", List.of("media", "chat"));
        change.accept(claims);
        return claims;
    }

    private String sign(JwtClaims claims, String algorithm, Key with) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setPayload(claims.toJson());
            signature.setAlgorithmHeaderValue(algorithm);
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setKey(with);
            signature.setDoKeyValidation(false);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
