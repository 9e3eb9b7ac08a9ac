package dev.stoa.matchmaking.records.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetriesTest {

    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(5));
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void pausesFollowTheScheduleUpToAFifthLonger() {
        Retries shortest = new Retries(PAUSES, () -> 0);
        Retries longest = new Retries(PAUSES, () -> 1);

        assertEquals(Optional.of(Duration.ofSeconds(5)), shortest.after(1, Optional.empty()));
        assertEquals(Optional.of(Duration.ofSeconds(6)), longest.after(1, Optional.empty()));
        assertEquals(Optional.of(Duration.ofMinutes(6)), longest.after(2, Optional.empty()));
        assertTrue(shortest.after(3, Optional.empty()).isEmpty());
    }

    @Test
    void whatTheReceiverAsksForOnlyMakesAPauseLonger() {
        Retries retries = new Retries(PAUSES, () -> 0);

        assertEquals(Optional.of(Duration.ofHours(1)), retries.after(2, Optional.of(Duration.ofHours(1))));
        assertEquals(Optional.of(Duration.ofMinutes(5)), retries.after(2, Optional.of(Duration.ofSeconds(1))));
        assertTrue(retries.after(3, Optional.of(Duration.ofHours(1))).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429|120|PT2M",
                "503|Sun, 01 Mar 2026 10:00:30 GMT|PT30S",
                "503|999999999|PT24H",
                "500|120|",
                "200|120|",
                "429|0|",
                "429|-5|",
                "429|soon|",
                "429|99999999999999999999|",
                "503|Sun, 01 Mar 2020 10:00:30 GMT|"
            })
    void retryAfterIsUnderstoodWithinBounds(int status, String header, Duration expected) {
        assertEquals(Optional.ofNullable(expected), RetryAfter.in(status, header, NOW));
    }
}
