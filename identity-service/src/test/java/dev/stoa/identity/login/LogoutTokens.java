package dev.stoa.identity.login;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.stoa.identity.Tokens;
import dev.stoa.identity.account.TokenClaims;
import io.restassured.response.ValidatableResponse;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** Logout tokens as the test provider would sign and send them. */
final class LogoutTokens {

    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private LogoutTokens() {}

    static JwtClaimsBuilder ofSession(String session) {
        return ofNobody().claim("sid", session);
    }

    static JwtClaimsBuilder ofAccount(String subject) {
        return ofNobody().subject(subject);
    }

    static JwtClaimsBuilder ofNobody() {
        return Jwt.issuer(Tokens.ISSUER)
                .audience(Tokens.CLIENT_ID)
                .issuedAt(Instant.now())
                .expiresAt(Instant.now().plusSeconds(120))
                .claim("jti", UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()));
    }

    /** One that lacks a claim; the builder of the others would add it. */
    static String ofAccountWithout(String subject, String claim) {
        var claims = TokenClaims.of(Tokens.sign(ofAccount(subject)));
        claims.remove(claim);
        try (var key = LogoutTokens.class.getResourceAsStream("/privateKey.jwk")) {
            var signature = new JsonWebSignature();
            signature.setPayload(claims.encode());
            signature.setAlgorithmHeaderValue("RS256");
            signature.setKeyIdHeaderValue("1");
            signature.setKey(((PublicJsonWebKey) JsonWebKey.Factory.newJwk(new String(key.readAllBytes(), UTF_8)))
                    .getPrivateKey());
            return signature.getCompactSerialization();
        } catch (IOException | JoseException failed) {
            throw new IllegalStateException(failed);
        }
    }

    static ValidatableResponse send(JwtClaimsBuilder claims) {
        return send(Tokens.sign(claims));
    }

    static ValidatableResponse send(String token) {
        return given().formParam("logout_token", token)
                .when()
                .post(Browser.BASE + "/backchannel-logout")
                .then();
    }
}
