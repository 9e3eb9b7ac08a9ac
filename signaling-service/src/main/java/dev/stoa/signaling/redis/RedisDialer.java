package dev.stoa.signaling.redis;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** What a link needs to know of where and how to connect. */
final class RedisDialer {

    private final Vertx vertx;
    private final RedisConfig config;
    private final Primary primary;

    /** @throws ConfigurationException if the settings do not say where to connect to */
    RedisDialer(Vertx vertx, RedisConfig config) {
        this.vertx = vertx;
        this.config = config;
        primary = choose();
    }

    private RedisDialer(RedisDialer other, Primary primary) {
        vertx = other.vertx;
        config = other.config;
        this.primary = primary;
    }

    /** The same, but to that server. */
    RedisDialer to(Primary other) {
        return new RedisDialer(this, other);
    }

    /** What is known of the cluster; empty if it is none. */
    Optional<Topology> topology(Loop loop) {
        return config.cluster() ? Optional.of(new Topology(addresses("node"), this::client, loop)) : Optional.empty();
    }

    /** The server to connect to. */
    Primary primary() {
        return primary;
    }

    /** A client for one connection: closing the client is the only way to cut a connection that hangs. */
    Redis client(String url) {
        var net = new NetClientOptions()
                .setConnectTimeout((int) config.timeout().toMillis())
                .setTcpNoDelay(true)
                .setTcpKeepAlive(true);
        return Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString(url)
                        .setNetClientOptions(net)
                        .setMaxWaitingHandlers(config.maxWaiting())
                        .setMaxPoolSize(1)
                        .setMaxPoolWaiting(1)
                        .setPoolRecycleTimeout(-1)
                        .setPoolCleanerInterval(-1));
    }

    Duration timeout() {
        return config.timeout();
    }

    /** The wait before the given attempt (1 is the first), half of it by chance so that instances don't come together. */
    Duration backoff(int attempt) {
        var doubled = config.reconnectMin().toMillis() << Math.min(attempt - 1, 10);
        var longest = Math.min(doubled, config.reconnectMax().toMillis());
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }

    private Primary choose() {
        var master = config.sentinelMaster().filter(name -> !name.isBlank());
        if (master.isPresent() && config.cluster()) {
            throw new ConfigurationException("stoa.redis.cluster: a cluster has no sentinels, "
                    + "so stoa.redis.sentinel-master must be left out");
        }
        if (master.isPresent()) {
            return new Sentinels(
                    addresses("sentinel"),
                    config.sentinelPassword().filter(password -> !password.isEmpty()),
                    master.get(),
                    this::client);
        }
        if (config.url().size() != 1 && !config.cluster()) {
            throw new ConfigurationException(
                    "stoa.redis.url: several addresses are those of sentinels or of a cluster: "
                            + "say in stoa.redis.sentinel-master what they call the primary, or stoa.redis.cluster=true");
        }
        return new Primary.Fixed(config.url().getFirst(), config.timeout());
    }

    private List<URI> addresses(String kind) {
        return config.url().stream().map(url -> address(url.strip(), kind)).toList();
    }

    private static URI address(String url, String kind) {
        return Optional.of(url)
                .filter(text -> text.matches("rediss?://\\S+"))
                .map(URI::create)
                .filter(uri -> uri.getHost() != null && uri.getPort() > 0)
                .orElseThrow(() -> new ConfigurationException(
                        "stoa.redis.url: write each " + kind + " as redis://host:port (or rediss://)"));
    }
}
