package dev.stoa.matchmaking.queue;

import io.vertx.core.Future;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.ProtocolVersion;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
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

    /** The same connection, if it is to the right server; fails otherwise. */
    Future<RedisConnection> checked(RedisConnection connection);

    /** How long an acknowledged write may wait until a replica has it too; empty when nobody waits for replicas. */
    Optional<Duration> copyWithin();

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
        public Future<RedisConnection> checked(RedisConnection connection) {
            return Future.succeededFuture(connection);
        }

        @Override
        public Optional<Duration> copyWithin() {
            return Optional.empty();
        }

        @Override
        public Future<Boolean> hasMoved(RedisOptions options) {
            return Future.succeededFuture(false);
        }

        @Override
        public void close() {}
    }

    /** Whichever server the sentinels name. */
    record Watched(Sentinels sentinels, Duration copyTime) implements RedisTarget {

        @Override
        public Future<RedisOptions> options() {
            return sentinels.master().map(RedisTarget::server);
        }

        /** Sentinels need a moment to notice that a master is none any more; it knows by itself. */
        @Override
        public Future<RedisConnection> checked(RedisConnection connection) {
            return connection
                    .send(Request.cmd(Command.ROLE))
                    .compose(role -> role != null && role.get(0).toString().equals("master")
                            ? Future.succeededFuture(connection)
                            : Future.failedFuture("the sentinels name a replica"));
        }

        @Override
        public Optional<Duration> copyWithin() {
            return Optional.of(copyTime);
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
