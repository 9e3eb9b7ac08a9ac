package dev.stoa.matchmaking.queue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The master that Redis Sentinel names. All sentinels are asked at once, so that none that is dead or silent holds up the
 * others, and more than half of all have to name the same one: a sentinel that was cut off names yesterday's.
 */
public final class Sentinels implements AutoCloseable {

    private static final long ANSWER_WITHIN_MS = 500;

    private final Vertx vertx;
    private final List<URI> addresses;
    private final String credential;
    private final String name;
    private final Map<URI, Redis> open = new ConcurrentHashMap<>();

    /**
     * They are asked when that is needed.
     *
     * @param urls where the sentinels are; user, password, database and TLS are those of the master
     * @param password the sentinels' own
     * @param name what they call the master
     */
    public Sentinels(Vertx vertx, List<String> urls, Optional<String> password, String name) {
        this.vertx = vertx;
        this.addresses = urls.stream().map(String::strip).map(URI::create).toList();
        this.credential = password.map(secret -> ":" + secret + "@").orElse("");
        this.name = name;
    }

    /** URL of the master, as far as they know; of as many as can be heard. */
    Future<String> master() {
        return ask().compose(votes -> votes.winner()
                .map(Future::succeededFuture)
                .orElseGet(() -> Future.failedFuture("no sentinel names a master called " + name)));
    }

    /** URL of the master that more than half of all name. */
    Future<Optional<String>> agreed() {
        return ask().map(votes -> votes.isAgreed() ? votes.winner() : Optional.empty());
    }

    /** How many replicas have to follow that master; fails when no sentinel can be heard. */
    Future<Integer> followersOf(String master) {
        List<Future<SentinelView>> views = addresses.stream().map(this::view).toList();
        return Future.join(views).transform(ignored -> {
            List<SentinelView> heard =
                    views.stream().filter(Future::succeeded).map(Future::result).toList();
            return heard.isEmpty()
                    ? Future.failedFuture("no sentinel knows replicas of " + name)
                    : Future.succeededFuture(SentinelView.followersOf(master, heard, addresses.size()));
        });
    }

    /** The replicas come first: who is not promoted then, and named no master after it, was none. */
    private Future<SentinelView> view(URI sentinel) {
        return ask(sentinel, "REPLICAS")
                .compose(replicas -> ask(sentinel, "GET-MASTER-ADDR-BY-NAME")
                        .map(master -> new SentinelView(
                                String.valueOf(url(sentinel, master)),
                                replicas == null
                                        ? List.of()
                                        : replicas.stream()
                                                .map(KnownReplica::of)
                                                .toList())));
    }

    private Future<Votes> ask() {
        Votes votes = new Votes(addresses.size());
        Promise<Votes> decided = Promise.promise();
        addresses.forEach(sentinel -> ask(sentinel, "GET-MASTER-ADDR-BY-NAME").onComplete(answer -> {
            if (votes.cast(answer.succeeded() ? url(sentinel, answer.result()) : null)) {
                decided.tryComplete(votes);
            }
        }));
        return decided.future();
    }

    private Future<@Nullable Response> ask(URI sentinel, String what) {
        Redis client = open.computeIfAbsent(sentinel, this::client);
        return client.send(Request.cmd(Command.SENTINEL).arg(what).arg(name))
                .timeout(ANSWER_WITHIN_MS, TimeUnit.MILLISECONDS)
                .onFailure(silent -> {
                    if (open.remove(sentinel, client)) {
                        client.close();
                    }
                });
    }

    private Redis client(URI sentinel) {
        return Redis.createClient(
                vertx,
                RedisTarget.server(
                        sentinel.getScheme() + "://" + credential + sentinel.getHost() + ":" + sentinel.getPort()));
    }

    /** The URL of what a sentinel named, with the user, the password and the database of the sentinel's own. */
    private static @Nullable String url(URI sentinel, @Nullable Response answer) {
        if (answer == null || answer.size() < 2) {
            return null;
        }
        String host = answer.get(0).toString();
        String user = sentinel.getRawUserInfo();
        return sentinel.getScheme() + "://" + (user == null ? "" : user + "@")
                + (host.contains(":") ? "[" + host + "]" : host)
                + ":" + answer.get(1) + (sentinel.getRawPath() == null ? "" : sentinel.getRawPath());
    }

    @Override
    public void close() {
        open.values().forEach(Redis::close);
        open.clear();
    }

    /** What sentinels say, counted as it comes. */
    private static final class Votes {

        private final Map<String, Integer> counts = new HashMap<>();
        private final int voters;
        private int heard;

        Votes(int voters) {
            this.voters = voters;
        }

        /** Counts an answer, or that there was none; whether what is still to come changes nothing. */
        synchronized boolean cast(@Nullable String master) {
            heard++;
            if (master != null) {
                counts.merge(master, 1, Integer::sum);
            }
            return heard == voters || isAgreed();
        }

        synchronized boolean isAgreed() {
            return counts.values().stream().anyMatch(count -> count > voters / 2);
        }

        synchronized Optional<String> winner() {
            return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
        }
    }
}
