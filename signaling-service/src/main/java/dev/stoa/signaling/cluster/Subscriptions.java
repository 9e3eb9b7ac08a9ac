package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.redis.RedisLink;
import dev.stoa.signaling.redis.RedisLinks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears what is said in the rooms of this instance, on one connection. Lives on the loop. */
@Singleton
public final class Subscriptions {

    private static final int CHANNELS_AT_ONCE = 500;
    private static final Duration PROBE_EVERY = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Map<String, Subscription> byChannel = new HashMap<>();
    private final Loop loop;
    private final RedisLink link;
    private @Nullable Listener listener;
    private Promise<Void> prepared = Promise.promise();

    Subscriptions(Loop loop, RedisLinks links) {
        this.loop = loop;
        link = links.open("subscription", Duration.ZERO, this::prepare);
        // Subscribing again to the same channel is the one thing Redis answers on such a connection without any effect.
        loop.every(PROBE_EVERY, () -> link.tell(subscribeTo(Keys.PROBE)));
    }

    /** Whether Redis answers; may be asked from any thread. */
    public boolean isUp() {
        return link.isUp();
    }

    /** Who is told; once, before anything is subscribed. */
    public void listen(Listener listener) {
        this.listener = listener;
    }

    /** Completes when everything that is said from then on will be heard; fails if that takes too long. */
    public Future<Void> subscribe(String room) {
        var channel = Keys.channel(room);
        var subscription = new Subscription(room, Promise.promise());
        byChannel.put(channel, subscription);
        link.tell(subscribeTo(channel));
        loop.after(TIMEOUT, () -> subscription.done().tryFail("subscribing takes too long"));
        return subscription.done().future();
    }

    /** Hears no more of the room. */
    public void unsubscribe(String room) {
        var channel = Keys.channel(room);
        byChannel.remove(channel);
        link.tell(Request.cmd(Command.UNSUBSCRIBE).arg(channel));
    }

    @PreDestroy
    void close() {
        link.close();
    }

    private Future<?> prepare(RedisConnection connection) {
        prepared = Promise.promise();
        connection.handler(this::pushed);
        var channels = new ArrayList<>(byChannel.keySet());
        for (var start = 0; start < channels.size(); start += CHANNELS_AT_ONCE) {
            var end = Math.min(channels.size(), start + CHANNELS_AT_ONCE);
            connection.send(subscribeTo(channels.subList(start, end).toArray(String[]::new)));
        }
        // Replies come in order: when the probe's is here, so are all others.
        connection.send(subscribeTo(Keys.PROBE));
        return prepared.future().onSuccess(done -> channels.forEach(this::tellOfGap));
    }

    private void pushed(Response push) {
        link.heard();
        if (push.type() != ResponseType.PUSH) {
            return;
        }
        var channel = push.get(1).toString();
        switch (push.get(0).toString()) {
            case "message" -> heard(channel, push.get(2).toString());
            case "subscribe" -> subscribed(channel);
            default -> {}
        }
    }

    private void heard(String channel, String entry) {
        var subscription = byChannel.get(channel);
        if (subscription != null && listener != null) {
            listener.heard(subscription.room(), Entry.of(entry));
        }
    }

    private void subscribed(String channel) {
        var subscription = byChannel.get(channel);
        if (channel.equals(Keys.PROBE)) {
            prepared.tryComplete();
        } else if (subscription != null) {
            subscription.done().tryComplete();
        }
    }

    private void tellOfGap(String channel) {
        var subscription = byChannel.get(channel);
        if (subscription != null && listener != null) {
            listener.mayHaveMissed(subscription.room());
        }
    }

    private static Request subscribeTo(String... channels) {
        var request = Request.cmd(Command.SUBSCRIBE);
        List.of(channels).forEach(request::arg);
        return request;
    }

    private record Subscription(String room, Promise<Void> done) {}

    /** What a subscriber is told, on the loop. */
    public interface Listener {

        /** Something was said. */
        void heard(String room, Entry entry);

        /** The connection was away for a while, so the log should be read. */
        void mayHaveMissed(String room);
    }
}
