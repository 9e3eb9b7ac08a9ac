package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** The events that wait in Redis to be written down for webhooks. */
final class Outbox {

    /**
     * What was read.
     *
     * @param waiting how many wait, these included
     * @param dropped how many were dropped because too many waited
     * @param events the next ones, oldest first
     */
    record Read(long waiting, long dropped, List<Event> events) {}

    private final Steps steps;
    private final int mostWaiting;

    Outbox(Steps steps, int mostWaiting) {
        this.steps = steps;
        this.mostWaiting = mostWaiting;
    }

    /** Forgets those that are written, and reads the next ones. */
    Uni<Read> next(List<Event> written, int most) {
        List<Object> arguments = new ArrayList<>(List.of(most, mostWaiting));
        written.forEach(event -> arguments.add(event.at()));
        return steps.take(Step.OUTBOX, arguments.toArray()).map(reply -> {
            List<List<String>> rows = reply.rows();
            return new Read(
                    Long.parseLong(rows.getFirst().get(0)),
                    Long.parseLong(rows.getFirst().get(1)),
                    rows.stream()
                            .skip(1)
                            .map(row ->
                                    new Event(EventId.of(row.get(0)), row.get(1), row.get(2), row.get(3), row.get(4)))
                            .toList());
        });
    }

    /** Has events of these integrators left in Redis from now on; those of others are left only while nobody has said this. */
    Uni<Void> keepFor(List<String> integrators) {
        return steps.take(Step.CALLED, integrators.toArray()).replaceWithVoid();
    }
}
