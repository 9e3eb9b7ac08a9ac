package dev.stoa.signaling.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The primary that Redis Sentinel names. All sentinels are asked at once, so that none that is dead or silent holds up the
 * others; and whoever they name is asked as well, for they need a moment to notice a change. Lives on the loop.
 */
final class Sentinels implements Primary {

    private static final Duration ANSWER_WITHIN = Duration.ofMillis(500);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(1);

    private final Map<URI, Redis> open = new HashMap<>();
    private final List<URI> addresses;
    private final String credential;
    private final String name;
    private final Function<String, Redis> clients;
    private @Nullable Future<Ballot> question;

    /**
     * @param addresses where the sentinels are; user, password, database and TLS are those of the primary
     * @param password the sentinels' own password
     * @param name what they call the primary
     * @param clients makes a client for a URL
     */
    Sentinels(List<URI> addresses, Optional<String> password, String name, Function<String, Redis> clients) {
        this.addresses = List.copyOf(addresses);
        this.credential = password.map(secret -> ":" + secret + "@").orElse("");
        this.name = name;
        this.clients = clients;
    }

    @Override
    public Future<String> url() {
        return ask().compose(ballot -> ballot.winner()
                .map(address -> Future.succeededFuture(urlOf(address)))
                .orElseGet(() -> Future.failedFuture("no sentinel names a primary called " + name)));
    }

    @Override
    public Future<Optional<String>> agreed() {
        return ask().map(ballot -> ballot.isAgreed() ? ballot.winner().map(this::urlOf) : Optional.empty());
    }

    @Override
    public boolean moves() {
        return true;
    }

    @Override
    public Future<RedisConnection> checked(RedisConnection connection) {
        return connection
                .send(Request.cmd(Command.ROLE))
                .compose(role -> role != null && role.get(0).toString().equals("master")
                        ? Future.succeededFuture(connection)
                        : Future.failedFuture("the sentinels name a replica"));
    }

    @Override
    public Duration patience() {
        return CONNECT_WITHIN;
    }

    /** Closes the connections to the sentinels. */
    @Override
    public void close() {
        open.values().forEach(Redis::close);
        open.clear();
    }

    private Future<Ballot> ask() {
        var running = question;
        if (running != null && !running.isComplete()) {
            return running;
        }
        var ballot = new Ballot(addresses.size());
        Promise<Ballot> decided = Promise.promise();
        question = decided.future();
        addresses.forEach(sentinel -> ask(sentinel).onComplete(answer -> {
            ballot.cast(answer.succeeded() ? answer.result() : Optional.empty());
            if (ballot.isDecided()) {
                decided.tryComplete(ballot);
            }
        }));
        return decided.future();
    }

    private Future<Optional<RedisAddress>> ask(URI sentinel) {
        var client = open.computeIfAbsent(sentinel, this::client);
        return client.send(Request.cmd(Command.SENTINEL)
                        .arg("GET-MASTER-ADDR-BY-NAME")
                        .arg(name))
                .timeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .map(Sentinels::address)
                .onFailure(silent -> {
                    // The next question may have waited for the same one and closed it.
                    if (open.remove(sentinel, client)) {
                        client.close();
                    }
                });
    }

    private Redis client(URI sentinel) {
        return clients.apply(sentinel.getScheme() + "://" + credential + sentinel.getHost() + ":" + sentinel.getPort());
    }

    private static Optional<RedisAddress> address(@Nullable Response reply) {
        return reply == null || reply.size() < 2
                ? Optional.empty()
                : Optional.of(new RedisAddress(
                        reply.get(0).toString(), Integer.parseInt(reply.get(1).toString())));
    }

    private String urlOf(RedisAddress address) {
        return address.urlLike(addresses.getFirst());
    }
}
