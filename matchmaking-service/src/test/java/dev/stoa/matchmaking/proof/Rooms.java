package dev.stoa.matchmaking.proof;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Signaling, as far as matchmaking hears of it: whoever has a room pass comes into the room. */
final class Rooms implements AutoCloseable {

    private final Redis redis;

    Rooms(Vertx vertx, String url) {
        this.redis = Redis.createClient(vertx, url);
    }

    /** Enters the room of a pass; what comes of it is heard in the queue's events. */
    void enter(String pass) {
        String claims = new String(Base64.getUrlDecoder().decode(pass.split("\\.")[1]), StandardCharsets.UTF_8);
        String room = Json.read(claims).path("room").asText();
        String peer = Json.read(claims).path("sub").asText();
        redis.send(Request.cmd(Command.XADD)
                .arg("sig:room-events")
                .arg("*")
                .arg("room")
                .arg(room)
                .arg("event")
                .arg("joined")
                .arg("peer")
                .arg(peer)
                .arg("at")
                .arg(Instant.now().toString()));
    }

    @Override
    public void close() {
        redis.close();
    }
}
