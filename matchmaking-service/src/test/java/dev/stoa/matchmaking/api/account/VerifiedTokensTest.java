package dev.stoa.matchmaking.api.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long, and for what exactly, a token is believed that was verified once. */
class VerifiedTokensTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final String TOKEN = "head.payload.signature";

    private Instant now = NOW;
    private final VerifiedTokens tokens =
            new VerifiedTokens(() -> now, () -> Duration.between(NOW, now).toNanos(), 100);

    @Test
    void isBelievedForAMomentAndThenVerifiedAgain() {
        Who ada = until(Duration.ofMinutes(5));
        tokens.remember(TOKEN, ada);

        now = NOW.plus(VerifiedTokens.GOOD_FOR).minusMillis(1);
        assertEquals(Optional.of(ada), tokens.who(TOKEN));

        now = NOW.plus(VerifiedTokens.GOOD_FOR);
        assertEquals(Optional.empty(), tokens.who(TOKEN));
    }

    @Test
    void isNotBelievedForLongerBecauseItIsUsed() {
        tokens.remember(TOKEN, until(Duration.ofMinutes(5)));

        for (int second = 1; second < VerifiedTokens.GOOD_FOR.toSeconds(); second++) {
            now = NOW.plusSeconds(second);
            tokens.who(TOKEN);
        }
        now = NOW.plus(VerifiedTokens.GOOD_FOR);

        assertEquals(Optional.empty(), tokens.who(TOKEN));
    }

    @Test
    void isNotBelievedBeyondItsOwnEnd() {
        Who ada = until(Duration.ofSeconds(10));
        tokens.remember(TOKEN, ada);

        now = NOW.plusMillis(9_999);
        assertEquals(Optional.of(ada), tokens.who(TOKEN));

        now = NOW.plusSeconds(10);
        assertEquals(Optional.empty(), tokens.who(TOKEN));
    }

    @Test
    void isKnownByAllOfItAndNotByWhatItSays() {
        tokens.remember(TOKEN, until(Duration.ofMinutes(5)));

        assertEquals(Optional.empty(), tokens.who("head.payload.another"));
        assertEquals(Optional.empty(), tokens.who("head.payload."));
        assertEquals(Optional.empty(), tokens.who("head.payload"));
    }

    @Test
    void onlySoManyAreKept() {
        IntStream.range(0, 101).forEach(number -> tokens.remember(TOKEN + number, until(Duration.ofMinutes(5))));

        assertEquals(Optional.empty(), tokens.who(TOKEN + 0));
        assertEquals(Optional.of("ada"), tokens.who(TOKEN + 100).map(Who::account));
    }

    private static Who until(Duration life) {
        return new Who.Person("ada", false, NOW.plus(life), "");
    }
}
