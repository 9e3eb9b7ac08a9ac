package dev.stoa.matchmaking.api.account;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.security.AuthenticationFailedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which access tokens are refused after a session has ended. */
class SignOutsTest {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final SignOuts signOuts = new SignOuts(() -> now, 3);

    @Test
    void theTokensThatTheSessionGotAreRefused() {
        signOuts.add("laptop", now.plus(LIFE));

        assertRefused("laptop", now.plus(LIFE));
        assertRefused("laptop", now.plusSeconds(10));
    }

    @Test
    void anotherSessionGoesOnAndSoDoesOneThatNobodyNames() {
        signOuts.add("laptop", now.plus(LIFE));

        assertLetIn("phone", now.plus(LIFE));
        assertLetIn("", now.plus(LIFE));
    }

    @Test
    void whoSignsInAgainInTheSameSessionOfTheProviderIsLetIn() {
        signOuts.add("laptop", now.plus(LIFE));

        assertLetIn("laptop", now.plus(LIFE).plusSeconds(1));
    }

    @Test
    void olderNewsOfTheSameSessionTakesNothingBack() {
        signOuts.add("laptop", now.plus(LIFE));
        signOuts.add("laptop", now.plusSeconds(10));

        assertRefused("laptop", now.plus(LIFE));
    }

    @Test
    void onlySoManyAreKeptAndTheOldestGoFirst() {
        for (int i = 0; i < 4; i++) {
            signOuts.add("session " + i, now.plus(LIFE));
        }

        assertLetIn("session 0", now.plus(LIFE));
        assertRefused("session 1", now.plus(LIFE));
        assertRefused("session 3", now.plus(LIFE));
    }

    @Test
    void whatHasExpiredLeavesRoomForOthers() {
        Instant expired = now.plus(LIFE);
        signOuts.add("laptop", expired);
        now = now.plus(LIFE).plus(LIFE);

        signOuts.add("phone", now.minus(LIFE));
        signOuts.add("tablet", now.plus(LIFE));

        assertLetIn("laptop", expired);
        assertLetIn("phone", now.minus(LIFE));
        assertRefused("tablet", now.plus(LIFE));
    }

    private void assertRefused(String session, Instant expiry) {
        assertThrows(AuthenticationFailedException.class, () -> signOuts.check(person(session, expiry)));
    }

    private void assertLetIn(String session, Instant expiry) {
        assertDoesNotThrow(() -> signOuts.check(person(session, expiry)));
    }

    private static Who.Person person(String session, Instant expiry) {
        return new Who.Person("ada", false, expiry, session);
    }
}
