package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.redis.RedisLinks;
import dev.stoa.signaling.redis.Shards;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hears what is said in rooms for this instance or its peers, on one connection to each server. Lives on the loop. */
@Singleton
public final class Subscriptions {

    private static final Duration PROBE_EVERY = Duration.ofSeconds(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final Map<String, Subscription> byChannel = new HashMap<>();
    private final Loop loop;
    private final RedisLinks links;
    private final Instance instance;
    private final Shards<Ear> ears;
    private @Nullable Listener listener;

    Subscriptions(Loop loop, RedisLinks links, Instance instance) {
        this.loop = loop;
        this.links = links;
        this.instance = instance;
        var hearer = new Routed();
        ears = links.shards("subscription", opener -> new Ear(opener, links.isCluster(), hearer), Ear::close);
        ears.onChange(() -> byChannel.forEach(this::place));
        loop.every(PROBE_EVERY, () -> ears.all().forEach(Ear::probe));
    }

    /** Whether Redis answers, in a cluster at least one server; may be asked from any thread. */
    public boolean isUp() {
        return ears.all().stream().anyMatch(Ear::isUp);
    }

    /** Who is told; once, before anything is subscribed. */
    public void listen(Listener listener) {
        this.listener = listener;
    }

    /** Completes when everything for this instance that is said from then on will be heard; fails if that takes too long. */
    public Future<Void> subscribe(String room) {
        var channel = Keys.channel(room, instance.id());
        var subscription = new Subscription(room);
        byChannel.put(channel, subscription);
        place(channel, subscription);
        loop.after(TIMEOUT, () -> subscription.done.tryFail("subscribing takes too long"));
        return subscription.done.future();
    }

    /** Hears no more of the room. */
    public void unsubscribe(String room) {
        var channel = Keys.channel(room, instance.id());
        var subscription = byChannel.remove(channel);
        if (subscription != null && subscription.ear != null) {
            subscription.ear.remove(channel);
        }
    }

    @PreDestroy
    void close() {
        ears.close();
    }

    /** Sees to it that the channel is heard where it is now. */
    private void place(String channel, Subscription subscription) {
        var ear = ears.of(channel);
        var before = subscription.ear;
        if (ear != before) {
            subscription.ear = ear;
            if (before != null) {
                before.remove(channel);
            }
            if (ear != null) {
                ear.add(channel);
            }
        }
    }

    /** What the ears hear, by rooms. */
    private final class Routed implements Ear.Hearer {

        @Override
        public void heard(String channel, String entry) {
            var subscription = byChannel.get(channel);
            if (subscription != null && listener != null) {
                listener.heard(subscription.room, Heard.of(entry));
            }
        }

        @Override
        public void listening(String channel) {
            var subscription = byChannel.get(channel);
            if (subscription != null && !subscription.done.tryComplete() && listener != null) {
                listener.mayHaveMissed(subscription.room);
            }
        }

        @Override
        public void refused(String error) {
            links.refused(error);
        }
    }

    /** A room, where it is heard, and whether it ever was. */
    private static final class Subscription {
        private final String room;
        private final Promise<Void> done = Promise.promise();
        private @Nullable Ear ear;

        Subscription(String room) {
            this.room = room;
        }
    }

    /** What a subscriber is told, on the loop. */
    public interface Listener {

        /** Something was said. */
        void heard(String room, Heard heard);

        /** The connection was away for a while, so the log should be read. */
        void mayHaveMissed(String room);
    }
}
