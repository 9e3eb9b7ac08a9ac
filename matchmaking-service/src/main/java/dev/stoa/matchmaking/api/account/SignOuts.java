package dev.stoa.matchmaking.api.account;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** The sessions that have ended while access tokens of theirs are still good; the oldest are forgotten when there are too many. */
@ApplicationScoped
class SignOuts {

    /** As many as the stream of news holds. */
    private static final int MOST = 100_000;

    /** How far the provider's clock and ours may be apart. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

    private final SequencedMap<String, Instant> untils = new LinkedHashMap<>();
    private final InstantSource clock;
    private final int most;

    @Inject
    SignOuts() {
        this(InstantSource.system(), MOST);
    }

    SignOuts(InstantSource clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** Fails with a 401 problem when the token is one of those that its session got before it ended. */
    synchronized void check(Who.Person person) {
        Instant until = untils.get(person.session());
        if (until != null && !person.until().isAfter(until)) {
            throw new AuthenticationFailedException("The session has ended");
        }
    }

    /** From now on its tokens that expire at this time or before are good for nothing. */
    synchronized void add(String session, Instant until) {
        Instant now = clock.instant().minus(LEEWAY);
        if (until.isBefore(now)) {
            return;
        }
        untils.merge(session, until, (one, other) -> one.isAfter(other) ? one : other);
        while (untils.size() > most || untils.firstEntry().getValue().isBefore(now)) {
            untils.pollFirstEntry();
        }
    }
}
