package dev.stoa.matchmaking.support;

import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Access tokens as the provider signs them. */
final class ProviderTokens {

    private ProviderTokens() {}

    /** Claims for the API, good for five minutes. */
    static JwtClaims claims(String subject) {
        JwtClaims claims = new JwtClaims();
        claims.setSubject(subject);
        claims.setIssuer(ConfigProvider.getConfig().getValue("stoa.oidc.issuer", String.class));
        claims.setAudience("stoa-api");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        return claims;
    }

    static String sign(JwtClaims claims) {
        try {
            String json = ConfigProvider.getConfig().getValue("test.provider-key", String.class);
            RsaJsonWebKey key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(json);
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue("RS256");
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setKey(key.getPrivateKey());
            signature.setPayload(claims.toJson());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }
}
