package dev.stoa.matchmaking.support;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** What room passes say, to whoever verifies them as signaling does: with the published keys alone. */
public final class PassClaims {

    private PassClaims() {}

    public static JwtClaims of(String pass) throws JoseException, InvalidJwtException {
        String keys = given().get(Person.BASE + "/pass-keys").asString();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(pass);
        assertEquals("ES256", signature.getAlgorithmHeaderValue());
        signature.setKey(new JsonWebKeySet(keys)
                .findJsonWebKey(signature.getKeyIdHeaderValue(), "EC", "sig", "ES256")
                .getKey());
        assertTrue(signature.verifySignature());
        return JwtClaims.parse(signature.getPayload());
    }
}
