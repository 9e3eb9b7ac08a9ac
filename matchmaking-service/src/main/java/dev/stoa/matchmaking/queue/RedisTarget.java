package dev.stoa.matchmaking.queue;

import io.vertx.core.Future;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a link connects to. */
sealed interface RedisTarget extends AutoCloseable {

    /** How many commands may wait for their answers on a connection. */
    int MOST_WAITING = 65_536;

    /** How long a connection may take to open. */
    int CONNECT_WITHIN_MS = 2_000;

    /** How to connect right now; fails while nobody knows. */
    Future<RedisOptions> options();

    /** What waits for the replicas behind a new connection made with these options, if anything does; fails when it is to the wrong server. */
    Future<Optional<Copies>> copies(RedisConnection connection, RedisOptions options);

    /** Whether it is certain that a connection made with these options is to the wrong server by now. */
    Future<Boolean> hasMoved(RedisOptions options);

    @Override
    void close();

    /** How a server is connected to. */
    static RedisOptions server(String url) {
        return common().setConnectionString(url).setMaxPoolSize(1).setMaxPoolWaiting(1);
    }

    /** How a cluster is connected to, of which these are some nodes. */
    static RedisOptions cluster(List<String> urls) {
        return common().setType(RedisClientType.CLUSTER).setEndpoints(urls);
    }

    private static RedisOptions common() {
        return new RedisOptions()
                .setPreferredProtocolVersion(ProtocolVersion.RESP2)
                .setMaxWaitingHandlers(MOST_WAITING)
                .setNetClientOptions(new NetClientOptions()
                        .setConnectTimeout(CONNECT_WITHIN_MS)
                        .setTcpNoDelay(true)
                        .setTcpKeepAlive(true));
    }

    /** One server, or one cluster. */
    record Fixed(RedisOptions known) implements RedisTarget {

        @Override
        public Future<RedisOptions> options() {
            return Future.succeededFuture(known);
        }

        @Override
        public Future<Optional<Copies>> copies(RedisConnection connection, RedisOptions options) {
            return Future.succeededFuture(Optional.empty());
        }

        @Override
        public Future<Boolean> hasMoved(RedisOptions options) {
            return Future.succeededFuture(false);
        }

        @Override
        public void close() {}
    }

    /**
     * Whichever server the sentinels name.
     *
     * @param copyTime how long a replica may take to confirm a write; empty when no write waits for that
     */
    record Watched(Sentinels sentinels, Optional<Duration> copyTime) implements RedisTarget {

        @Override
        public Future<RedisOptions> options() {
            return sentinels.master().map(RedisTarget::server);
        }

        @Override
        public Future<Optional<Copies>> copies(RedisConnection connection, RedisOptions options) {
            return copyTime.map(within -> sentinels
                            .followersOf(options.getEndpoint())
                            .compose(followers -> Copies.of(connection, within, followers))
                            .map(Optional::of))
                    .orElseGet(() -> Copies.roleOfMaster(connection).map(role -> Optional.empty()));
        }

        @Override
        public Future<Boolean> hasMoved(RedisOptions options) {
            return sentinels
                    .agreed()
                    .map(agreed -> agreed.isPresent() && !agreed.get().equals(options.getEndpoint()));
        }

        @Override
        public void close() {
            sentinels.close();
        }
    }
}
