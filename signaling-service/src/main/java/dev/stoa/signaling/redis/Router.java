package dev.stoa.signaling.redis;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends each command to the server that has its key, and after it when the key moves. Commands of one slot are done in the
 * order of the calls: when one has to go elsewhere, those behind it wait until it is known what became of those before.
 * Lives on the loop.
 */
final class Router implements Sender {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final int[] underWay = new int[Slots.COUNT];
    private final Map<Integer, List<Errand>> detours = new HashMap<>();
    private final Shards<RedisLink> links;
    private final Topology topology;
    private final Loop loop;
    private final Duration patience;

    /** @param patience how long a command may take in all */
    Router(Shards<RedisLink> links, Topology topology, Loop loop, Duration patience) {
        this.links = links;
        this.topology = topology;
        this.loop = loop;
        this.patience = patience;
    }

    @Override
    public Future<@Nullable Response> send(String key, Request request) {
        var errand = new Errand(Slots.of(key), request);
        var detour = detours.get(errand.slot);
        if (detour == null) {
            go(errand);
        } else {
            detour.add(errand);
        }
        return errand.done.future();
    }

    private void go(Errand errand) {
        var url = errand.askAt == null ? topology.urlOf(errand.slot) : errand.askAt;
        var link = url == null ? null : links.at(url);
        if (url == null || link == null) {
            topology.doubt();
            errand.done.fail(Unavailable.unsent("no primary has the slot"));
            return;
        }
        if (errand.askAt != null) {
            link.send(Request.cmd(Command.ASKING));
            errand.askAt = null;
        }
        underWay[errand.slot]++;
        link.send(errand.request).onComplete(reply -> settle(errand, url, reply));
    }

    private void settle(Errand errand, String url, AsyncResult<Response> reply) {
        underWay[errand.slot]--;
        var redirect = reply.failed() ? Redirect.of(reply.cause(), hostOf(url)) : Optional.<Redirect>empty();
        if (redirect.isPresent() && !errand.isOld(patience)) {
            follow(errand, redirect.get());
            var detour = detours.computeIfAbsent(errand.slot, slot -> new ArrayList<>());
            detour.add(detoured(detour), errand);
        } else if (reply.succeeded()) {
            errand.done.complete(reply.result());
        } else {
            errand.done.fail(reply.cause());
        }
        if (underWay[errand.slot] == 0 && detours.containsKey(errand.slot)) {
            loop.after(PAUSE, () -> release(errand.slot));
        }
    }

    /** Those that come back go before those that were never sent. */
    private static int detoured(List<Errand> detour) {
        var place = 0;
        while (place < detour.size() && detour.get(place).wasSent) {
            place++;
        }
        return place;
    }

    private void follow(Errand errand, Redirect redirect) {
        errand.wasSent = true;
        switch (redirect) {
            case Redirect.Moved(var slot, var to) -> topology.moved(slot, to);
            case Redirect.Ask(var to) -> {
                topology.doubt();
                errand.askAt = topology.url(to);
            }
            case Redirect.Wait() -> topology.doubt();
        }
    }

    private void release(int slot) {
        var detour = detours.get(slot);
        if (detour == null || underWay[slot] > 0) {
            return;
        }
        var target = topology.urlOf(slot);
        var link = target == null ? null : links.at(target);
        // A primary that was just heard of has to be connected to first.
        if (link != null && !link.isUp() && detour.stream().anyMatch(errand -> !errand.isOld(patience))) {
            loop.after(PAUSE, () -> release(slot));
            return;
        }
        detours.remove(slot);
        detour.forEach(errand -> errand.wasSent = false);
        detour.forEach(this::go);
    }

    private static String hostOf(String url) {
        return URI.create(url).getHost();
    }

    /** A command on its way. */
    private static final class Errand {

        private final Promise<@Nullable Response> done = Promise.promise();
        private final long since = System.nanoTime();
        private final int slot;
        private final Request request;
        private @Nullable String askAt;
        private boolean wasSent;

        Errand(int slot, Request request) {
            this.slot = slot;
            this.request = request;
        }

        boolean isOld(Duration patience) {
            return System.nanoTime() - since > patience.toNanos();
        }
    }
}
