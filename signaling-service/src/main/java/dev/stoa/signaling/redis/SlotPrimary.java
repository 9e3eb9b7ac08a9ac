package dev.stoa.signaling.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.Optional;

/** The primary of a cluster that has one slot. */
record SlotPrimary(Topology topology, int slot, Duration patience) implements Primary {

    @Override
    public Future<String> url() {
        var url = topology.urlOf(slot);
        return url == null ? Future.failedFuture("no primary has the slot") : Future.succeededFuture(url);
    }

    @Override
    public Future<Optional<String>> agreed() {
        return Future.succeededFuture(Optional.ofNullable(topology.urlOf(slot)));
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
                        : Future.failedFuture("it is a replica"));
    }

    @Override
    public void close() {}
}
