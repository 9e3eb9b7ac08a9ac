package dev.stoa.signaling.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisConnection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Makes connections to signaling's Redis. */
@Singleton
public final class RedisLinks {

    // A primary that was replaced while it is well takes writes for ten seconds more, all of which will be lost.
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Loop loop;
    private final RedisDialer dialer;
    private final List<RedisLink> links = new ArrayList<>();
    private final List<LinkObserver> observers = new ArrayList<>();
    private final LinkObserver everybody = new LinkObserver() {
        @Override
        public void opened(RedisLink link) {
            observers.forEach(observer -> observer.opened(link));
        }

        @Override
        public void roundTrip(RedisLink link, Duration took) {
            observers.forEach(observer -> observer.roundTrip(link, took));
        }
    };

    RedisLinks(Vertx vertx, Loop loop, RedisConfig config) {
        this.loop = loop;
        dialer = new RedisDialer(vertx, config);
        if (dialer.primary().moves()) {
            loop.every(LOOK_EVERY, this::follow);
        }
    }

    /** Tells somebody of the links, of those that are open already as well. */
    public void observe(LinkObserver observer) {
        loop.execute(() -> {
            observers.add(observer);
            links.forEach(observer::opened);
        });
    }

    /**
     * A link that opens at once and again whenever it breaks.
     *
     * @param name what it is for, as the log says it
     * @param longestReply how long Redis may hold a reply back by intent, zero for a link without blocking commands
     * @param prepare what a fresh connection must do before others may use it
     */
    public RedisLink open(String name, Duration longestReply, Function<RedisConnection, Future<?>> prepare) {
        var link = new RedisLink(dialer, loop, new RedisLink.Purpose(name, longestReply, prepare), everybody);
        loop.execute(() -> {
            links.add(link);
            everybody.opened(link);
            link.connect();
        });
        return link;
    }

    @PreDestroy
    void close() {
        loop.execute(dialer.primary()::close);
    }

    private void follow() {
        dialer.primary()
                .agreed()
                .onSuccess(primary -> primary.ifPresent(url -> links.forEach(link -> link.follow(url))));
    }
}
