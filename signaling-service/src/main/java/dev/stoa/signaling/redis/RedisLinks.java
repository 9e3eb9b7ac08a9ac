package dev.stoa.signaling.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisConnection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes connections to signaling's Redis, which is one server or a cluster. */
@Singleton
public final class RedisLinks {

    // A primary that was replaced while it is well takes writes for ten seconds more, all of which will be lost.
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Loop loop;
    private final RedisConfig config;
    private final RedisDialer dialer;
    private final @Nullable Topology topology;
    private final OpenLinks open = new OpenLinks();

    RedisLinks(Vertx vertx, Loop loop, RedisConfig config) {
        this.loop = loop;
        this.config = config;
        dialer = new RedisDialer(vertx, config);
        topology = dialer.topology(loop).orElse(null);
        if (dialer.primary().moves() || topology != null) {
            loop.every(LOOK_EVERY, open::follow);
        }
    }

    /** Whether the keys are spread over several servers, which publish to subscribers of their own slots only. */
    public boolean isCluster() {
        return topology != null;
    }

    /** The keys of one group may be touched by one step: all keys, in a cluster those of one hash tag. */
    public String group(String key) {
        return topology == null ? "" : Slots.tag(key);
    }

    /** Tells somebody of the links, of those that are open already as well. */
    public void observe(LinkObserver observer) {
        loop.execute(() -> open.observe(observer));
    }

    /**
     * A link that opens at once and again whenever it breaks, to the server that has a key.
     *
     * @param name what it is for, as the log says it
     * @param longestReply how long Redis may hold a reply back by intent, zero for a link without blocking commands
     */
    public RedisLink open(String name, String key, Duration longestReply) {
        var leading = topology == null ? dialer : dialer.to(new SlotPrimary(topology, Slots.of(key), config.timeout()));
        return open(
                leading,
                new RedisLink.Purpose(name, longestReply, connection -> Future.succeededFuture(), this::doubt));
    }

    /**
     * What stands on one link for each server that takes writes.
     *
     * @param name what the links are for, as the log says it
     * @param make makes it with what opens its link; that takes what a fresh connection must do before others may use it
     */
    public <T> Shards<T> shards(String name, Function<Opener, T> make, Consumer<T> close) {
        if (topology == null) {
            return new Shards<>(make.apply(prepare -> open(dialer, purpose(name, prepare))), close);
        }
        Function<String, T> openAt = url -> make.apply(prepare -> open(
                dialer.to(new Primary.Fixed(url, config.timeout())),
                purpose(name + " at " + URI.create(url).getAuthority().replaceAll(".*@", ""), prepare)));
        var shards = new Shards<>(topology, openAt, close);
        loop.execute(shards::follow);
        return shards;
    }

    /** What sends a command to the server that has its key, over these links. */
    public Sender sender(Shards<RedisLink> links) {
        if (topology == null) {
            var one = links.all().getFirst();
            return (key, request) -> one.send(request);
        }
        return new Router(links, topology, loop, config.timeout());
    }

    /** A server refused a subscription, for the slot is elsewhere; what moves with it is told. */
    public void refused(String error) {
        if (topology != null && Redirect.of(error, "").orElse(null) instanceof Redirect.Moved moved) {
            topology.moved(moved.slot(), moved.to());
        }
    }

    @PreDestroy
    void close() {
        loop.execute(() -> {
            dialer.primary().close();
            if (topology != null) {
                topology.close();
            }
        });
    }

    private RedisLink.Purpose purpose(String name, Function<RedisConnection, Future<?>> prepare) {
        return new RedisLink.Purpose(name, Duration.ZERO, prepare, this::doubt);
    }

    private void doubt() {
        if (topology != null) {
            topology.doubt();
        }
    }

    private RedisLink open(RedisDialer leading, RedisLink.Purpose purpose) {
        var link = new RedisLink(leading, loop, purpose, open);
        loop.execute(() -> {
            open.opened(link);
            link.connect();
        });
        return link;
    }

    /** Opens a link whose fresh connections are prepared so before others may use them. */
    public interface Opener {
        RedisLink open(Function<RedisConnection, Future<?>> prepare);
    }
}
