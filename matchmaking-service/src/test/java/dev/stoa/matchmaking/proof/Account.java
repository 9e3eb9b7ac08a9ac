package dev.stoa.matchmaking.proof;

import java.util.List;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Somebody with a real access token, who may help with everything and speaks all languages. */
record Account(String id, String token) {

    static final List<String> FIELDS = List.of("06", "061", "0612", "0613", "0541", "0542");
    static final List<String> LANGUAGES = List.of("en", "de", "fr");

    /** @param key the provider's signing key, as a JWK */
    static Account named(String id, String issuer, String key) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(id);
        claims.setIssuer(issuer);
        claims.setAudience("stoa-api");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(300);
        claims.setStringClaim("name", "Name of " + id);
        claims.setStringListClaim("languages", LANGUAGES);
        claims.setStringListClaim("fields", FIELDS);
        return new Account(id, signed(claims, key));
    }

    /** An integrator that may only practise. */
    static Account practising(String client, String issuer, String key) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(client);
        claims.setStringClaim("client_id", client);
        claims.setStringClaim("scope", "sandbox");
        claims.setIssuer(issuer);
        claims.setAudience("stoa-api");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(300);
        return new Account(client, signed(claims, key));
    }

    private static String signed(JwtClaims claims, String key) {
        try {
            RsaJsonWebKey signer = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(key);
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue("RS256");
            signature.setKeyIdHeaderValue(signer.getKeyId());
            signature.setKey(signer.getPrivateKey());
            signature.setPayload(claims.toJson());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
