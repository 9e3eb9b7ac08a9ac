package dev.stoa.signaling.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/** Sends commands to the server that has their key. */
public interface Sender {

    /**
     * Sends a command all of whose keys share that one's hash tag. Fails with {@link Unavailable}, with Redis' own error, or when
     * the connection breaks.
     */
    Future<@Nullable Response> send(String key, Request request);
}
