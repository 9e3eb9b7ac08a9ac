package dev.stoa.signaling.pass;

import dev.stoa.signaling.protocol.PeerInfo;
import io.vertx.core.Future;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Says what a shown pass allows, or that it is no good. May be asked from any thread. */
@Singleton
public final class PassVerifier {

    private static final int MAX_LENGTH = 4_096;
    private static final int MAX_NAME = 100;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    private static final ProviderContext PROVIDERS = SignatureCheck.providers();

    private final PassKeys keys;
    private final PassConfig config;

    PassVerifier(PassKeys keys, PassConfig config) {
        this.keys = keys;
        this.config = config;
    }

    /** The pass behind the token; fails with {@link PassRefused}, or otherwise if no key could be fetched yet. */
    public Future<Pass> verify(String token) {
        try {
            return keys.find(keyId(token)).compose(key -> {
                try {
                    return Future.succeededFuture(verified(token, key));
                } catch (PassRefused refused) {
                    return Future.failedFuture(refused);
                }
            });
        } catch (PassRefused refused) {
            return Future.failedFuture(refused);
        }
    }

    private static String keyId(String token) throws PassRefused {
        if (token.length() > MAX_LENGTH) {
            throw new PassRefused("too long");
        }
        try {
            var signature = new JsonWebSignature();
            signature.setCompactSerialization(token);
            var headers = signature.getHeaders();
            var algorithm = headers.getObjectHeaderValue("alg");
            // A content type makes the library unpack a token within the token before it has verified anything.
            if (AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256.equals(algorithm)
                    && headers.getObjectHeaderValue("cty") == null
                    && headers.getObjectHeaderValue("kid") instanceof String id) {
                return id;
            }
            throw new PassRefused("not a plain ES256 token with a kid");
        } catch (JoseException e) {
            throw new PassRefused("not a signed token");
        }
    }

    private Pass verified(String token, Optional<Key> key) throws PassRefused {
        if (key.isEmpty()) {
            throw new PassRefused("signed with an unknown key");
        }
        try {
            return pass(consumer(key.get()).processToClaims(token));
        } catch (InvalidJwtException e) {
            throw new PassRefused(reason(e));
        } catch (MalformedClaimException e) {
            throw new PassRefused("a claim is of the wrong kind");
        }
    }

    /** Without what the token says: whoever made it up would write into the log. */
    private static String reason(InvalidJwtException failure) {
        return failure.hasExpired()
                ? "expired"
                : "not valid, by jose4j's error codes "
                        + failure.getErrorDetails().stream()
                                .map(ErrorCodeValidator.Error::getErrorCode)
                                .toList();
    }

    private JwtConsumer consumer(Key key) {
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKey(key)
                .setJwsProviderContext(PROVIDERS)
                .setExpectedIssuer(config.issuer())
                .setExpectedAudience(config.audience())
                .setRequireExpirationTime()
                .setAllowedClockSkewInSeconds((int) config.clockSkew().toSeconds())
                .build();
    }

    private Pass pass(JwtClaims claims) throws MalformedClaimException, PassRefused {
        // Compared as a number: there are some that are no time.
        var expiry = claims.getExpirationTime().getValue();
        if (expiry
                > Instant.now()
                        .plus(config.longestLife())
                        .plus(config.clockSkew())
                        .getEpochSecond()) {
            throw new PassRefused("valid for too long");
        }
        var name = claims.getStringClaimValue("name");
        if (name == null || name.isBlank() || name.length() > MAX_NAME) {
            throw new PassRefused("name is missing or too long");
        }
        return new Pass(
                required("jti", claims.getJwtId(), ID),
                required("nonce", claims.getStringClaimValue("nonce"), NONCE),
                required("room", claims.getStringClaimValue("room"), ID),
                new PeerInfo(required("sub", claims.getSubject(), ID), name, role(claims.getStringClaimValue("role"))),
                rights(claims.getStringListClaimValue("can")),
                Instant.ofEpochSecond(expiry));
    }

    private static String required(String claim, @Nullable String value, Pattern form) throws PassRefused {
        if (value == null || !form.matcher(value).matches()) {
            throw new PassRefused(claim + " is missing or not of its form");
        }
        return value;
    }

    private static PeerInfo.Role role(@Nullable String role) throws PassRefused {
        return switch (role) {
            case "learner" -> PeerInfo.Role.LEARNER;
            case "expert" -> PeerInfo.Role.EXPERT;
            case null, default -> throw new PassRefused("role is missing or unknown");
        };
    }

    private static Set<Pass.Right> rights(List<String> can) {
        var rights = EnumSet.noneOf(Pass.Right.class);
        for (var right : Pass.Right.values()) {
            if (can.contains(right.name().toLowerCase(Locale.ROOT))) {
                rights.add(right);
            }
        }
        return rights;
    }
}
