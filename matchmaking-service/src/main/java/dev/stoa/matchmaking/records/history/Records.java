package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;

/** The records that wait in Redis. */
final class Records {

    /**
     * What was read.
     *
     * @param epoch of the records; empty when Redis has to be seeded first
     * @param waiting how many there are, the entries included
     * @param newest id of the newest one; 0-0 when none waits
     * @param entries the next ones, oldest first
     */
    record Read(String epoch, long waiting, EventId newest, List<Entry> entries) {

        /** Whether Redis knows nothing of favourites, blocks and ratings. */
        boolean unseeded() {
            return epoch.isEmpty();
        }

        /** Where the last of the entries is. */
        Position end() {
            return new Position(epoch, entries.getLast().id());
        }
    }

    private final Steps steps;

    Records(Steps steps) {
        this.steps = steps;
    }

    /** How many wait, and whether Redis is seeded. */
    Uni<Read> waiting() {
        return after(Position.NOWHERE, 0);
    }

    /** The next ones after a position, or from the start when the position means nothing here. */
    Uni<Read> after(Position position, int most) {
        return steps.take(
                        Step.RECORDS,
                        position.epoch(),
                        position.id().ms(),
                        position.id().number(),
                        most)
                .map(reply -> {
                    List<List<String>> rows = reply.rows();
                    return new Read(
                            rows.getFirst().get(0),
                            Long.parseLong(rows.getFirst().get(1)),
                            EventId.of(rows.getFirst().get(2)),
                            rows.stream()
                                    .skip(1)
                                    .map(row -> new Entry(EventId.of(row.get(0)), row.get(1), row.get(2)))
                                    .toList());
                });
    }

    /**
     * Forgets those up to a position.
     *
     * @param most how many others may go on waiting
     * @return how many were forgotten beyond that, unwritten
     */
    Uni<Long> forget(Position position, int most) {
        return steps.take(
                        Step.TRIM_RECORDS,
                        position.epoch(),
                        position.id().ms(),
                        position.id().number(),
                        most)
                .map(reply -> Long.parseLong(reply.text()));
    }

    /** The place of the last chunk that was brought back to Redis, empty before the first. */
    Uni<String> seeded() {
        return steps.take(Step.SEEDED).map(Reply::text);
    }

    /**
     * Brings a chunk back to Redis.
     *
     * @param epoch the one that begins after this chunk, or empty when more follow
     * @return whether it was the turn of this chunk
     */
    Uni<Boolean> seed(String before, String place, String epoch, List<String> cells) {
        List<Object> arguments = new ArrayList<>(List.of(before, place, epoch));
        arguments.addAll(cells);
        return steps.take(Step.SEED, arguments.toArray()).map(reply -> reply.outcome() == Outcome.OK);
    }
}
