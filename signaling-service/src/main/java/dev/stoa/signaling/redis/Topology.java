package dev.stoa.signaling.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Which primary of a Redis Cluster has which slots. All nodes are asked at once, now and then, and often while something
 * is wrong. Lives on the loop.
 */
final class Topology {

    private static final Logger LOG = Logger.getLogger(Topology.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration AT_REST = Duration.ofSeconds(10);
    private static final Duration RESTLESS_FOR = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(500);

    private final Map<String, Redis> open = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final List<URI> seeds;
    private final Function<String, Redis> clients;
    private ClusterView view = new ClusterView();
    private boolean asking;
    private long asked = System.nanoTime() - AT_REST.toNanos();
    private long restlessUntil = System.nanoTime();

    /**
     * @param seeds some nodes; user, password and TLS are those of all
     * @param clients makes a client for a URL
     */
    Topology(List<URI> seeds, Function<String, Redis> clients, Loop loop) {
        this.seeds = List.copyOf(seeds);
        this.clients = clients;
        loop.execute(this::look);
        loop.every(LOOK_EVERY, this::look);
    }

    /** Runs whenever a slot moves, or a primary comes or goes. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The URL of the primary that has the slot, as far as that is known. */
    @Nullable
    String urlOf(int slot) {
        var owner = view.owner(slot);
        return owner == null ? null : url(owner);
    }

    /** The URLs of all primaries. */
    List<String> urls() {
        return view.primaries().stream().map(this::url).toList();
    }

    /** Something does not fit what is known. */
    void doubt() {
        restlessUntil = System.nanoTime() + RESTLESS_FOR.toNanos();
    }

    /** A node says that the slot is there; what it knows is newer. Gives the URL. */
    String moved(int slot, RedisAddress address) {
        doubt();
        adopt(view.with(slot, address));
        return url(address);
    }

    String url(RedisAddress address) {
        return address.urlLike(seeds.getFirst());
    }

    /** Closes the connections for questions. */
    void close() {
        open.values().forEach(Redis::close);
        open.clear();
    }

    private void look() {
        var now = System.nanoTime();
        var due = view.isEmpty() || now < restlessUntil || now - asked > AT_REST.toNanos();
        if (!asking && due) {
            asking = true;
            asked = now;
            ask();
        }
    }

    private void ask() {
        var urls = new LinkedHashSet<String>();
        seeds.forEach(seed ->
                urls.add(new RedisAddress(seed.getHost().replaceAll("[\\[\\]]", ""), seed.getPort()).urlLike(seed)));
        view.nodes().forEach(node -> urls.add(url(node)));
        var heard = new ClusterView();
        var answers = urls.stream().map(url -> ask(url, heard)).toList();
        Future.join(answers).onComplete(done -> {
            asking = false;
            if (!heard.isEmpty()) {
                adopt(heard);
            }
        });
    }

    private Future<?> ask(String url, ClusterView heard) {
        var client = open.computeIfAbsent(url, clients);
        return client.send(Request.cmd(Command.CLUSTER).arg("NODES"))
                .timeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .onSuccess(answer ->
                        heard.add(String.valueOf(answer), URI.create(url).getHost()))
                .onFailure(silent -> {
                    if (open.remove(url, client)) {
                        client.close();
                    }
                });
    }

    private void adopt(ClusterView fresh) {
        var before = view;
        view = fresh;
        if (!fresh.primaries().equals(before.primaries())) {
            LOG.infof("The cluster's primaries are %s", fresh.primaries());
        }
        if (!fresh.saysTheSameAs(before)) {
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }
}
