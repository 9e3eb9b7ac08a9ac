package dev.stoa.matchmaking.meeting.events;

import dev.stoa.matchmaking.api.account.SessionClosed;
import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.LogEntry;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The event streams that are open on this instance. */
@ApplicationScoped
class Streams {

    private final Map<String, List<EventStream>> byAccount = new ConcurrentHashMap<>();
    private final Entrances entrances;
    private final int most;

    Streams(Entrances entrances, EventsConfig config, MeterRegistry registry) {
        this.entrances = entrances;
        this.most = config.streamsPerAccount();
        registry.gauge(
                "stoa.event.streams",
                byAccount,
                streams -> streams.values().stream().mapToInt(List::size).sum());
    }

    /** From now on the stream is told what its account is told. The account's oldest one ends if there are too many. */
    void add(EventStream stream) {
        List<EventStream> all = byAccount.compute(stream.account(), (account, before) -> {
            List<EventStream> after = before == null ? new ArrayList<>() : new ArrayList<>(before);
            after.add(stream);
            return List.copyOf(after);
        });
        if (all.size() > most) {
            all.getFirst().giveWay();
        }
    }

    void remove(EventStream stream) {
        byAccount.computeIfPresent(stream.account(), (account, before) -> {
            List<EventStream> after =
                    before.stream().filter(other -> !other.equals(stream)).toList();
            return after.isEmpty() ? null : after;
        });
    }

    boolean isEmpty() {
        return byAccount.isEmpty();
    }

    /** How many streams an account has here. */
    int count(String account) {
        return byAccount.getOrDefault(account, List.of()).size();
    }

    void tell(LogEntry.Told told) {
        each(told.account(), stream -> stream.tell(entrances.added(told)));
    }

    void tellPlace(String account, EventId at, String data) {
        each(account, stream -> stream.tellPlace(at, data));
    }

    /** Ends the streams of an account. */
    void end(String account) {
        each(account, EventStream::end);
    }

    /** Ends the streams of a session. */
    void end(SessionClosed session) {
        each(session.account(), stream -> {
            if (stream.isOf(session)) {
                stream.end();
            }
        });
    }

    /** Ends all streams; their readers come back and get what they have missed. */
    void endAll() {
        byAccount.values().forEach(streams -> streams.forEach(EventStream::end));
    }

    private void each(String account, Consumer<EventStream> action) {
        byAccount.getOrDefault(account, List.of()).forEach(action);
    }
}
