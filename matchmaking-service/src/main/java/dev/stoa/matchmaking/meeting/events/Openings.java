package dev.stoa.matchmaking.meeting.events;

import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.queue.EventId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens event streams. */
@ApplicationScoped
class Openings {

    /**
     * Who wants to read.
     *
     * @param lastEventId the last event the reader has seen, if it comes back
     */
    record Reader(Who who, @Nullable String lastEventId) {}

    private final Vertx vertx;
    private final Standings standings;
    private final Streams streams;
    private final Places places;
    private final EventsConfig config;

    Openings(Vertx vertx, Standings standings, Streams streams, Places places, EventsConfig config) {
        this.vertx = vertx;
        this.standings = standings;
        this.streams = streams;
        this.places = places;
        this.config = config;
    }

    /** Opens a stream. Completes when it is over; fails as long as nothing has been written. */
    Uni<Void> open(Reader reader, HttpServerRequest request) {
        return Uni.createFrom().emitter(over -> {
            Wire wire = new Wire(vertx, request, config.patience());
            EventStream stream = new EventStream(reader.who(), vertx.getOrCreateContext(), wire);
            long life = Math.max(
                    1, Duration.between(Instant.now(), reader.who().until()).toMillis());
            long end = vertx.setTimer(life, ignored -> stream.end());
            long pings = vertx.setPeriodic(config.pingEvery().toMillis(), ignored -> stream.ping());
            Runnable close = () -> {
                vertx.cancelTimer(end);
                vertx.cancelTimer(pings);
                streams.remove(stream);
            };
            request.response().endHandler(ignored -> over.complete(null));
            request.response().closeHandler(ignored -> over.complete(null));
            over.onTermination(close);
            streams.add(stream);
            begin(stream, Optional.ofNullable(reader.lastEventId())).subscribe().with(begun -> {}, failure -> {
                close.run();
                over.fail(failure);
            });
        });
    }

    private Uni<Void> begin(EventStream stream, Optional<String> lastEventId) {
        if (lastEventId.isEmpty()) {
            return beginAnew(stream, false);
        }
        Optional<EventId> seen = EventId.parse(lastEventId.get().strip());
        return seen.isEmpty() ? beginAnew(stream, true) : resume(stream, seen.get());
    }

    private Uni<Void> resume(EventStream stream, EventId seen) {
        return standings.missedSince(stream.account(), seen).flatMap(missed -> {
            if (missed.isEmpty()) {
                return beginAnew(stream, true);
            }
            // Up to the end of the log, not of the items: a place is older than what the reader was told elsewhere
            // otherwise.
            stream.begin(missed.get().items(), missed.get().position());
            if (!stream.ofIntegrator()) {
                places.returned(stream.account());
            }
            return Uni.createFrom().voidItem();
        });
    }

    private Uni<Void> beginAnew(EventStream stream, boolean reset) {
        return standings
                .of(stream.account())
                .invoke(at -> {
                    String id = at.position().toString();
                    Item first = stream.ofIntegrator()
                            ? new Item(id, "begin", "{\"type\":\"begin\"}")
                            : new Item(id, "standing", at.json());
                    stream.begin(
                            reset ? List.of(new Item(id, "reset", "{\"type\":\"reset\"}"), first) : List.of(first),
                            at.position());
                })
                .replaceWithVoid();
    }
}
