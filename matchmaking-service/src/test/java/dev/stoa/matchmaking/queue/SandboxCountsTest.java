package dev.stoa.matchmaking.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.OnAQueue;
import io.micrometer.core.instrument.Counter;
import org.junit.jupiter.api.Test;

/** An operator's figures are of people: what happens in a sandbox is in none of them. */
class SandboxCountsTest extends OnAQueue {

    @Test
    void whatHappensInASandboxIsNotCounted() {
        double before = counted();

        String ticket = queue.enqueueInSandbox("learner");
        String sandbox = queue.field("ticket", ticket, "sandbox");
        queue.makeAvailableIn(sandbox, "expert", 60_000);
        queue.claim("ofr_1", "expert", ticket);
        queue.decline("ofr_1", "expert");
        String silent = queue.enqueueInSandbox("silent");
        queue.makeAvailableIn(queue.field("ticket", silent, "sandbox"), "other", 60_000);
        queue.claim("ofr_2", "other", silent);
        queue.makeDue("offers", "ofr_2");
        queue.take(Step.EXPIRE_OFFERS, 100, "1000");
        queue.take(Step.CANCEL_TICKET, ticket, "learner", "");

        assertEquals("cancelled", queue.field("ticket", ticket, "state"));
        assertEquals("paused", queue.field("ticket", silent, "state"));
        assertEquals(before, counted());
    }

    @Test
    void whatHappensToPeopleIs() {
        double before = counted();

        queue.enqueue("learner");

        assertTrue(counted() > before);
    }

    private static double counted() {
        return queue.metrics().getMeters().stream()
                .filter(Counter.class::isInstance)
                .mapToDouble(meter -> ((Counter) meter).count())
                .sum();
    }
}
