package dev.stoa.matchmaking.api.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whose the access tokens are that were verified a moment ago, for a client sends the same one with each request. A token is
 * known by the digest of all of it, its signature included, and never beyond its own end.
 */
@ApplicationScoped
class VerifiedTokens {

    /** How long a token is believed, and so how long at most after the provider has withdrawn the key that signed it. */
    static final Duration GOOD_FOR = Duration.ofSeconds(30);

    private static final int MOST = 20_000;

    private final Remembered<Who> callers;
    private final InstantSource clock;

    @Inject
    VerifiedTokens() {
        this(InstantSource.system(), System::nanoTime, MOST);
    }

    VerifiedTokens(InstantSource clock, LongSupplier nanoTime, int most) {
        this.clock = clock;
        this.callers = new Remembered<>(most, GOOD_FOR, nanoTime);
    }

    /** Whose it is; empty when it has to be verified, maybe again. */
    Optional<Who> who(String token) {
        return callers.get(digest(token)).filter(who -> who.until().isAfter(clock.instant()));
    }

    /** Keeps what the token has just been verified to say. */
    void remember(String token, Who who) {
        callers.put(digest(token), who, callers.era());
    }

    private static String digest(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
