package dev.stoa.matchmaking.meeting.rooms;

import dev.stoa.matchmaking.queue.RedisAway;
import dev.stoa.matchmaking.queue.RedisErrors;
import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * Reads from signaling's Redis what happened in rooms. The instances share the reading as one consumer group; what one
 * has read but not done (a crash, the queue away) is done by another after a few seconds. Doing it twice is harmless.
 */
final class RoomEvents {

    /** How long a read waits for news, in ms. */
    static final long BLOCK_MS = 1_000;

    private static final Logger LOG = Logger.getLogger(RoomEvents.class);
    /** Signaling's stream of what happens in rooms. */
    static final String STREAM = "sig:room-events";

    private static final String GROUP = "matchmaking";
    private static final int MOST_AT_ONCE = 200;
    /**
     * After some news the next is left to gather, in ms: who is first in a room is followed by the other one, and telling
     * both at once that they are in a call would take the processor away from the set-up of that call.
     */
    private static final long GATHER_MS = 250;

    private static final long ABANDONED_MS = 5_000;
    private static final long RETRY_MS = 500;

    private final Vertx vertx;
    private final RedisLink link;
    private final Steps steps;
    private final Hearing hearing;
    private final SignalingConfig config;
    private final String consumer;

    private volatile boolean stopped;
    private boolean grouped;
    private long nextReclaim;

    /** The link is used for blocking reads, so nothing else may use it. */
    RoomEvents(Vertx vertx, RedisLink link, Steps steps, SignalingConfig config, String consumer) {
        this.vertx = vertx;
        this.link = link;
        this.steps = steps;
        this.hearing = new Hearing(link, steps);
        this.config = config;
        this.consumer = consumer;
    }

    void start() {
        next();
    }

    void stop() {
        stopped = true;
    }

    private void next() {
        if (stopped) {
            return;
        }
        round().onFailure().call(hearing::failed).subscribe().with(this::goOn, failure -> {
            grouped = grouped && !RedisErrors.isUnknownGroup(failure);
            if (!(failure instanceof RedisAway)) {
                LOG.debugf("Room events left for later: %s", failure.getMessage());
            }
            vertx.setTimer(RETRY_MS, ignored -> next());
        });
    }

    private void goOn(int events) {
        if (events > 0 && events < MOST_AT_ONCE) {
            vertx.setTimer(GATHER_MS, ignored -> next());
        } else {
            next();
        }
    }

    /** How many events it brought. */
    private Uni<Integer> round() {
        if (!grouped) {
            return createGroup();
        }
        if (System.nanoTime() - nextReclaim >= 0) {
            return reclaim().invoke(() -> nextReclaim = System.nanoTime() + ABANDONED_MS * 1_000_000);
        }
        return read();
    }

    private Uni<Integer> createGroup() {
        return link.send(command(Command.XGROUP, "CREATE", STREAM, GROUP, "0", "MKSTREAM"))
                .onFailure(RedisErrors::isKnownGroup)
                .recoverWithNull()
                .invoke(() -> grouped = true)
                .replaceWith(0);
    }

    private Uni<Integer> read() {
        return link.send(command(
                        Command.XREADGROUP,
                        "GROUP",
                        GROUP,
                        consumer,
                        "COUNT",
                        MOST_AT_ONCE,
                        "BLOCK",
                        BLOCK_MS,
                        "STREAMS",
                        STREAM,
                        ">"))
                .flatMap(answer -> answer == null
                        ? Uni.createFrom().item(0)
                        : handle(answer.get(0).get(1)))
                .call(events -> events < MOST_AT_ONCE
                        ? hearing.heard()
                        : Uni.createFrom().voidItem());
    }

    private Uni<Integer> reclaim() {
        return link.send(command(Command.XAUTOCLAIM, STREAM, GROUP, consumer, ABANDONED_MS, "0", "COUNT", MOST_AT_ONCE))
                .flatMap(answer -> handle(answer.get(1)));
    }

    /** Takes the steps in the order of the events (the connection keeps it), and acknowledges those that were done. */
    private Uni<Integer> handle(Response entries) {
        List<Uni<String>> handled = StreamSupport.stream(entries.spliterator(), false)
                .map(entry ->
                        handleOne(RoomEvent.of(entry)).replaceWith(entry.get(0).toString()))
                .map(done -> done.onFailure().recoverWithItem(""))
                .toList();
        if (handled.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        return Uni.join().all(handled).andFailFast().flatMap(ids -> {
            List<Object> acknowledged = new ArrayList<>(List.of(STREAM, GROUP));
            ids.stream().filter(id -> !id.isEmpty()).forEach(acknowledged::add);
            return acknowledged.size() == 2
                    ? Uni.createFrom().item(handled.size())
                    : link.send(command(Command.XACK, acknowledged.toArray())).replaceWith(handled.size());
        });
    }

    private Uni<Void> handleOne(RoomEvent event) {
        return switch (event) {
            case RoomEvent.Joined joined ->
                steps.take(
                                Step.ROOM_JOINED,
                                joined.room(),
                                joined.peer(),
                                joined.id(),
                                config.longestCall().toMillis())
                        .replaceWithVoid();
            case RoomEvent.Empty empty ->
                steps.take(
                                Step.ROOM_EMPTY,
                                empty.room(),
                                empty.id(),
                                config.emptyTime().toMillis())
                        .replaceWithVoid();
            case RoomEvent.Other ignored -> Uni.createFrom().voidItem();
        };
    }

    private static Request command(Command command, Object... arguments) {
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            request.arg(String.valueOf(argument));
        }
        return request;
    }
}
