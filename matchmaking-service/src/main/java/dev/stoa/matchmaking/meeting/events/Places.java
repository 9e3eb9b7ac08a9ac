package dev.stoa.matchmaking.meeting.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.EventLog;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells waiting learners their new places.
 *
 * <p>A ticket that leaves the queue moves everybody behind it. Writing that to every one of them would make a match cost
 * as much as the queue is long, so places are computed here: once for all changes within a moment, for the head of the
 * queue only, and given to those who watch on this instance. They fit into the order of the log, so that nobody sees an
 * older place after a newer one.
 */
@ApplicationScoped
class Places {

    private final Steps steps;
    private final Standings standings;
    private final Streams streams;
    private final ObjectMapper mapper;
    private final EventsConfig config;

    private final Map<String, Integer> moved = new HashMap<>();
    private final Set<String> returned = new HashSet<>();
    private long notBefore;

    Places(Steps steps, Standings standings, Streams streams, ObjectMapper mapper, EventsConfig config) {
        this.steps = steps;
        this.standings = standings;
        this.streams = streams;
        this.mapper = mapper;
        this.config = config;
    }

    /** All tickets of a field from this rank on have moved up. */
    synchronized void moved(String field, int rank) {
        moved.merge(field, rank, Math::min);
    }

    /** A reader of this account is back and may have missed a change of place, for which there is no event to replay. */
    synchronized void returned(String account) {
        returned.add(account);
    }

    /** Reads the new places, if it is time; they are told when the log has reached the same point. */
    Uni<Void> tell(EventLog log) {
        List<Uni<Void>> reads = takeReads(log);
        return reads.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join()
                        .all(reads)
                        .andCollectFailures()
                        .replaceWithVoid()
                        .onFailure()
                        .recoverWithNull();
    }

    private synchronized List<Uni<Void>> takeReads(EventLog log) {
        long now = System.nanoTime();
        if ((moved.isEmpty() && returned.isEmpty()) || now - notBefore < 0) {
            return List.of();
        }
        notBefore = now + config.placesEvery().toNanos();
        List<Uni<Void>> reads = new ArrayList<>();
        if (!streams.isEmpty()) {
            moved.forEach((field, rank) -> reads.add(readField(field, rank, log)));
            returned.forEach(account -> reads.add(readAccount(account, log)));
        }
        moved.clear();
        returned.clear();
        return reads;
    }

    private Uni<Void> readField(String field, int rank, EventLog log) {
        return steps.take(Step.PLACES, field, rank, config.placesTold() - 1)
                .onFailure()
                .invoke(() -> moved(field, rank))
                .invoke(reply -> {
                    List<List<String>> rows = reply.rows();
                    EventId at = EventId.of(rows.getFirst().getFirst());
                    log.whenReached(
                            at,
                            () -> rows.stream().skip(1).forEach(row -> streams.tellPlace(row.get(0), at, row.get(1))));
                })
                .replaceWithVoid();
    }

    private Uni<Void> readAccount(String account, EventLog log) {
        return standings
                .of(account)
                .invoke(standing -> log.whenReached(standing.position(), () -> {
                    JsonNode ticket = read(standing.json()).get("ticket");
                    if (ticket.has("place")) {
                        String data = mapper.createObjectNode()
                                .put("type", "ticket")
                                .set("ticket", ticket)
                                .toString();
                        streams.tellPlace(account, standing.position(), data);
                    }
                }))
                .replaceWithVoid();
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
