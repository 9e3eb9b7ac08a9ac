package dev.stoa.signaling.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.RedisConnection;
import java.time.Duration;
import java.util.Optional;

/** The server that takes writes. Which one that is may change, so it is asked for each connection. */
interface Primary {

    /** Its URL, as far as that can be known now. */
    Future<String> url();

    /** Its URL, if that is certain. */
    Future<Optional<String>> agreed();

    /** Whether it may become another one. */
    boolean moves();

    /** Fails if whoever the connection leads to is not the primary (any more). */
    Future<RedisConnection> checked(RedisConnection connection);

    /** How long it may take until a connection is there and checked. */
    Duration patience();

    /** Gives back what asking has opened. */
    void close();

    /** The one server that is always the primary. */
    record Fixed(String address, Duration patience) implements Primary {

        @Override
        public Future<String> url() {
            return Future.succeededFuture(address);
        }

        @Override
        public Future<Optional<String>> agreed() {
            return Future.succeededFuture(Optional.of(address));
        }

        @Override
        public boolean moves() {
            return false;
        }

        @Override
        public Future<RedisConnection> checked(RedisConnection connection) {
            return Future.succeededFuture(connection);
        }

        @Override
        public void close() {}
    }
}
