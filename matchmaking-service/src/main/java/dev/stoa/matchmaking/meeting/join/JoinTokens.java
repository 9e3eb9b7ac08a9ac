package dev.stoa.matchmaking.meeting.join;

import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.meeting.pass.SigningKeys;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Signs and verifies the tokens in join links. Type and audience are their own, so that none passes for a room pass, and
 * no room pass for one of them, although the same keys sign both.
 */
@ApplicationScoped
public class JoinTokens {

    static final String TYPE = "stoa-join+jwt";
    private static final String AUDIENCE = "stoa-join";
    private static final String MADE = "made";

    private final SigningKeys keys;
    private final JoinConfig config;
    private final JwtConsumer consumer;

    JoinTokens(SigningKeys keys, JoinConfig config) {
        this.keys = keys;
        this.config = config;
        this.consumer = new JwtConsumerBuilder()
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(SigningKeys.ISSUER)
                .setExpectedAudience(AUDIENCE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(this::key)
                .build();
    }

    /**
     * A token for the learner with this account, as long as a join link can be used.
     *
     * @param made when what it is for was asked for, by the queue's clock: whether links were ended since is known by that
     */
    String sign(String account, Instant made) {
        return sign(account, made, config.lifetime());
    }

    /** A token for the learner with this account. */
    public String sign(String account, Instant made, Duration lifetime) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(SigningKeys.ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setSubject(account);
        claims.setIssuedAtToNow();
        claims.setClaim(MADE, made.toEpochMilli());
        NumericDate end = NumericDate.now();
        end.addSeconds(lifetime.toSeconds());
        claims.setExpirationTime(end);
        return keys.sign(claims, TYPE);
    }

    /** The learner whose token this is. */
    Who.Guest verify(String token) {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            String account = claims.getSubject();
            if (!account.startsWith(Who.Guest.PREFIX)) {
                throw new AuthenticationFailedException("The join token is for nobody");
            }
            return new Who.Guest(
                    account,
                    made(claims),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new AuthenticationFailedException("The join token is not valid", e);
        }
    }

    /** Tokens of the version before tell it in whole seconds, and by the clock of the instance. */
    private static Instant made(JwtClaims claims) throws MalformedClaimException {
        return claims.getClaimValue(MADE) instanceof Number ms
                ? Instant.ofEpochMilli(ms.longValue())
                : Instant.ofEpochSecond(claims.getIssuedAt().getValue());
    }

    private Key key(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        String keyId = signature.getKeyIdHeaderValue();
        PublicKey key = keyId == null ? null : keys.verifier(keyId);
        if (key == null) {
            throw new UnresolvableKeyException("No such key");
        }
        return key;
    }
}
