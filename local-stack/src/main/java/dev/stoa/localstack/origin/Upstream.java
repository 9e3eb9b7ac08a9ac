package dev.stoa.localstack.origin;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The instances of one backend, taken in turn; those that are down come last. Used by all event loops. */
public final class Upstream {
    private final List<Target> targets;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Target> down = ConcurrentHashMap.newKeySet();

    /**
     * An instance on the loopback address.
     *
     * @param port where it answers
     * @param managementPort where it says on {@code /q/health/ready} whether it is ready; 0 when it is never asked
     */
    public record Target(int port, int managementPort) {
        SocketAddress address() {
            return SocketAddress.inetSocketAddress(port, "127.0.0.1");
        }
    }

    public Upstream(List<Target> targets) {
        this.targets = List.copyOf(targets);
    }

    List<Target> targets() {
        return targets;
    }

    void mark(Target target, boolean up) {
        if (up) down.remove(target);
        else down.add(target);
    }

    /** A connected request to the next instance that lets itself be connected to. */
    Future<HttpClientRequest> request(HttpClient client, RequestOptions options) {
        return request(client, options, inTurn().iterator());
    }

    /** All instances once, the next one first, those that are down at the end. */
    List<Target> inTurn() {
        var order = new ArrayList<>(targets);
        if (order.size() > 1) {
            Collections.rotate(order, -Math.floorMod(turn.getAndIncrement(), order.size()));
            order.sort((a, b) -> Boolean.compare(down.contains(a), down.contains(b)));
        }
        return order;
    }

    private Future<HttpClientRequest> request(HttpClient client, RequestOptions options, Iterator<Target> candidates) {
        if (!candidates.hasNext()) return Future.failedFuture("no instance");
        var target = candidates.next();
        return client.request(new RequestOptions(options).setServer(target.address()))
                .recover(failure ->
                        candidates.hasNext() ? request(client, options, candidates) : Future.failedFuture(failure));
    }
}
