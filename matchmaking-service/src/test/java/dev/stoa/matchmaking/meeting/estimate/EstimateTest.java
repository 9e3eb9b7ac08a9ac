package dev.stoa.matchmaking.meeting.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is said of a wait, and when nothing is. */
class EstimateTest {

    private static EstimateScript script;

    @BeforeAll
    static void start() {
        script = new EstimateScript();
    }

    @AfterAll
    static void stop() {
        script.close();
    }

    @Test
    void withoutAnExpertThereIsNoNumber() {
        assertEquals(
                "no-expert", estimate(busy(20, 60), 0, 0, 0, 0).path("kind").asText());
    }

    @Test
    void withTooFewMatchesThereIsNoNumber() {
        assertEquals("unknown", estimate(busy(4, 60), 3, 2, 0, 0).path("kind").asText());
        assertEquals("unknown", estimate(List.of(), 0, 2, 2, 0).path("kind").asText());
        assertEquals("interval", estimate(busy(5, 60), 3, 2, 0, 0).path("kind").asText());
    }

    @Test
    void theMiddleIsTheTurnsTimesTheTimeADepartureTakes() {
        JsonNode estimate = estimate(busy(31, 60), 9, 1, 0, 0);

        assertTrue(from(estimate) < 600 && to(estimate) > 600, estimate::toString);
        assertTrue(from(estimate) > 300 && to(estimate) < 1_000, estimate::toString);
    }

    @Test
    void twiceTheExpertsHalveTheWait() {
        JsonNode one = estimate(busy(31, 60), 9, 1, 0, 0);
        JsonNode two = estimate(busy(31, 60), 9, 2, 0, 0);

        assertEquals(to(one) / 2.0, to(two), 60);
        assertEquals(from(one) / 2.0, from(two), 60);
    }

    @Test
    void moreBeforeOneNeverMeansLess() {
        long last = 0;
        for (int before = 0; before < 100; before++) {
            JsonNode estimate = estimate(busy(15, 40), before, 3, 0, 0);
            assertTrue(to(estimate) >= last, estimate::toString);
            assertTrue(from(estimate) >= 0 && from(estimate) < to(estimate), estimate::toString);
            last = to(estimate);
        }
    }

    @Test
    void aQueueThatStandsStillTakesLonger() {
        JsonNode moving = estimate(busy(10, 60), 0, 1, 0, 0);
        JsonNode standing = estimate(busy(10, 60), 0, 1, 0, 600_000);

        assertTrue(to(standing) > to(moving), standing::toString);
    }

    @Test
    void whileExpertsAreIdleOnlyTheReadyCheckIsWaitedFor() {
        JsonNode estimate = estimate(busy(31, 600), 1, 4, 2, 0);

        assertTrue(to(estimate) <= 30, estimate::toString);
    }

    @Test
    void matchesThatDidNotHaveToWaitSayNothingOfTheQueue() {
        List<String> departures = Collections.nCopies(31, "0:3:0:8000");

        assertEquals("unknown", estimate(departures, 5, 3, 0, 0).path("kind").asText());
    }

    /** So many matches, each of which stood at the head of the queue for so many seconds while one expert was there. */
    private static List<String> busy(int matches, int seconds) {
        return Collections.nCopies(matches, seconds * 1_000 + ":1:1:8000");
    }

    private static JsonNode estimate(List<String> departures, int before, int serving, int idle, long stalledMs) {
        return script.estimate(departures, before, serving, idle, stalledMs);
    }

    private static long from(JsonNode estimate) {
        return estimate.path("fromSeconds").asLong();
    }

    private static long to(JsonNode estimate) {
        return estimate.path("toSeconds").asLong();
    }
}
