package dev.stoa.matchmaking.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Follows the event log from the moment it is started, each entry once and in order, also across reconnects. */
public final class EventLog implements AutoCloseable {

    /** Who is told about the log; all calls come one after the other. They must not block. */
    public interface Listener {

        /** The next entry. */
        void entry(LogEntry entry);

        /** Entries were lost: whoever relied on having seen all of them must start over. */
        void gap();

        /**
         * All that there is has been told. What is read from the queue within the answer is not older than what has
         * been told, and nothing is told until it completes.
         */
        Uni<Void> caughtUp();
    }

    /** How long a read waits for news, in ms, and so how often at least a listener hears that it has caught up. */
    static final long BLOCK_MS = 250;

    private static final Logger LOG = Logger.getLogger(EventLog.class);
    private static final int MOST_AT_ONCE = 500;
    private static final long RETRY_MS = 100;

    private record Waiter(EventId position, Runnable action) {}

    private final Vertx vertx;
    private final RedisLink link;
    private final Queue<Waiter> waiters = new PriorityQueue<>(Comparator.comparing(Waiter::position));

    private @Nullable EventId position;
    private @Nullable Listener listener;
    private volatile boolean sure;
    private volatile boolean closed;

    /** The link is used for blocking reads, so nothing else may use it. */
    public EventLog(Vertx vertx, RedisLink link) {
        this.vertx = vertx;
        this.link = link;
    }

    /** Starts to follow the log. */
    public void follow(Listener newListener) {
        listener = newListener;
        next();
    }

    /** Whether all new entries are being told right now. */
    public boolean following() {
        return sure;
    }

    /** Runs the action once all entries up to this one are told and before any later one. Only for use in a listener. */
    public void whenReached(EventId reached, Runnable action) {
        waiters.add(new Waiter(reached, action));
    }

    private void next() {
        if (closed) {
            return;
        }
        Uni<Void> round = sure ? read() : findPosition();
        round.subscribe().with(ignored -> next(), failure -> {
            sure = false;
            if (!closed && !(failure instanceof RedisAway)) {
                LOG.warn("The event log could not be read; trying again", failure);
            }
            vertx.setTimer(RETRY_MS, ignored -> next());
        });
    }

    private Uni<Void> findPosition() {
        EventId told = position;
        return edge(Command.XREVRANGE, "+", "-")
                .flatMap(newest -> told == null
                        ? Uni.createFrom().item(newest)
                        : edge(Command.XRANGE, told.toString(), told.toString())
                                .invoke(found -> resume(told, found, newest)))
                .invoke(begin -> {
                    position = position == null ? begin : position;
                    sure = true;
                })
                .replaceWithVoid();
    }

    /** An entry that was told and is gone was trimmed, with newer ones, or taken back by a failover. */
    private void resume(EventId told, EventId found, EventId newest) {
        if (!found.equals(told) && !newest.equals(told)) {
            position = newest;
            waiters.clear();
            listener().gap();
        }
    }

    private Uni<EventId> edge(Command command, String from, String to) {
        return link.send(Request.cmd(command)
                        .arg(Keys.LOG)
                        .arg(from)
                        .arg(to)
                        .arg("COUNT")
                        .arg(1))
                .map(entries -> entries.size() == 0
                        ? new EventId(0, 0)
                        : EventId.of(entries.get(0).get(0).toString()));
    }

    private Uni<Void> read() {
        Request request = Request.cmd(Command.XREAD)
                .arg("COUNT")
                .arg(MOST_AT_ONCE)
                .arg("BLOCK")
                .arg(BLOCK_MS)
                .arg("STREAMS")
                .arg(Keys.LOG)
                .arg(String.valueOf(position));
        return link.send(request).flatMap(answer -> {
            if (closed) {
                return Uni.createFrom().voidItem();
            }
            if (answer != null) {
                answer.get(0).get(1).forEach(this::tell);
            }
            runWaiters(position, true);
            return listener().caughtUp();
        });
    }

    private void tell(Response entry) {
        EventId id = EventId.of(entry.get(0).toString());
        runWaiters(id, false);
        List<String> fields = entry.get(1).stream().map(Response::toString).toList();
        listener()
                .entry(
                        switch (fields.getFirst()) {
                            case "field" -> new LogEntry.MovedUp(id, fields.get(1), Integer.parseInt(fields.get(3)));
                            default ->
                                new LogEntry.Told(
                                        id,
                                        fields.get(1),
                                        fields.get(3),
                                        fields.get(5),
                                        fields.size() > 7 ? fields.get(7) : null);
                        });
        position = id;
    }

    private void runWaiters(@Nullable EventId reached, boolean inclusive) {
        while (reached != null && !waiters.isEmpty()) {
            int order = waiters.element().position().compareTo(reached);
            if (order > 0 || (order == 0 && !inclusive)) {
                return;
            }
            waiters.remove().action().run();
        }
    }

    private Listener listener() {
        Listener known = listener;
        if (known == null) {
            throw new IllegalStateException("follow() comes first");
        }
        return known;
    }

    @Override
    public void close() {
        closed = true;
        link.close();
    }
}
