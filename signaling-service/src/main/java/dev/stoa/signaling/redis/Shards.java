package dev.stoa.signaling.redis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What there is one of for each server that takes writes: one on one Redis, in a cluster one for each primary, as they
 * come and go. Lives on the loop.
 *
 * @param <T> what it is; it stands on a link
 */
public final class Shards<T> {

    private final Map<String, T> byUrl = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final @Nullable Topology topology;
    private final Function<String, T> open;
    private final Consumer<T> close;
    private volatile List<T> all = List.of();

    /** In a cluster. */
    Shards(Topology topology, Function<String, T> open, Consumer<T> close) {
        this.topology = topology;
        this.open = open;
        this.close = close;
    }

    /** On one Redis. */
    Shards(T one, Consumer<T> close) {
        this.topology = null;
        this.open = url -> one;
        this.close = close;
        all = List.of(one);
    }

    /** Follows the cluster, from what is known of it now. */
    Shards<T> follow() {
        if (topology != null) {
            topology.onChange(this::changed);
            changed();
        }
        return this;
    }

    /** Runs after a slot has moved, or a primary has come or gone. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** The one for a key or a channel; null if nobody is known to have its slot. */
    public @Nullable T of(String key) {
        if (topology == null) {
            return all.getFirst();
        }
        var url = topology.urlOf(Slots.of(key));
        return url == null ? null : at(url);
    }

    /** All there are now; may be asked from any thread. */
    public List<T> all() {
        return all;
    }

    /** Closes all. */
    public void close() {
        all.forEach(close);
    }

    @Nullable
    T at(String url) {
        return byUrl.get(url);
    }

    private void changed() {
        var urls = topology == null ? List.<String>of() : topology.urls();
        urls.forEach(url -> byUrl.computeIfAbsent(url, open));
        var gone = new LinkedHashMap<>(byUrl);
        urls.forEach(gone::remove);
        gone.keySet().forEach(byUrl::remove);
        all = List.copyOf(byUrl.values());
        listeners.forEach(Runnable::run);
        gone.values().forEach(close);
    }
}
