package dev.stoa.matchmaking.meeting.events;

import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Reads where an account stands, and what it has missed. */
@ApplicationScoped
class Standings {

    /** A standing as JSON, and up to where in the log it takes everything into account. */
    record At(EventId position, String json) {}

    /** Events of an account, and up to where in the log there are no others of it. */
    record Missed(EventId position, List<Item> items) {}

    private final Steps steps;

    Standings(Steps steps) {
        this.steps = steps;
    }

    /** Where the account stands. */
    Uni<Standing> now(String account) {
        return steps.take(Step.STANDING, account).map(reply -> reply.as(1, Standing.class));
    }

    /** Where the account stands, as it is told to a stream. */
    Uni<At> of(String account) {
        return steps.take(Step.STANDING, account).map(reply -> {
            List<List<String>> rows = reply.rows();
            return new At(EventId.of(rows.get(0).getFirst()), rows.get(1).getFirst());
        });
    }

    /** The account's events after the one seen, or empty when some of them may be gone. */
    Uni<Optional<Missed>> missedSince(String account, EventId seen) {
        return steps.take(Step.REPLAY, account, seen.ms(), seen.number()).map(reply -> {
            if (reply.outcome() == Outcome.RESET) {
                return Optional.empty();
            }
            List<List<String>> rows = reply.rows();
            return Optional.of(new Missed(
                    EventId.of(rows.getFirst().getFirst()),
                    rows.stream()
                            .skip(1)
                            .map(row -> new Item(row.get(0), row.get(1), row.get(2)))
                            .toList()));
        });
    }
}
