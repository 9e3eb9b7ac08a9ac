package dev.stoa.localstack.bench.signaling;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongToIntFunction;

/**
 * The floor: a bare relay over Redis' publish and subscribe, with a channel for each peer, so that a message reaches the
 * one instance that needs it. No rooms, no order, no history, no checks. One event loop for everything, one connection to
 * publish on, one to subscribe on: nothing cheaper was found.
 */
final class FloorRelay {
    private static final int MOST_WAITING = 1_000_000;

    private final Map<String, ServerWebSocket> sockets = new HashMap<>();
    private final RedisConnection publisher;
    private final RedisConnection subscriber;
    private final LongToIntFunction copies;
    private long published;

    private FloorRelay(RedisConnection publisher, RedisConnection subscriber, LongToIntFunction copies) {
        this.publisher = publisher;
        this.subscriber = subscriber;
        this.copies = copies;
    }

    /** @param arguments the port, and the URL of Redis */
    public static void main(String[] arguments) {
        start(Vertx.vertx(), Integer.parseInt(arguments[0]), arguments[1], message -> 1)
                .onFailure(failure -> {
                    System.err.println(failure);
                    System.exit(1);
                });
    }

    /** @param copies how many times the message of that number is published: once, unless a test wants a bad relay */
    static Future<FloorRelay> start(Vertx vertx, int port, String redisUrl, LongToIntFunction copies) {
        Future<FloorRelay> started = Future.future(done -> vertx.getOrCreateContext()
                .runOnContext(go -> connect(vertx, redisUrl)
                        .compose(publisher -> connect(vertx, redisUrl)
                                .map(subscriber -> new FloorRelay(publisher, subscriber, copies)))
                        .compose(relay -> relay.listen(vertx, port))
                        .onComplete(done)));
        return started;
    }

    private static Future<RedisConnection> connect(Vertx vertx, String url) {
        var options = new RedisOptions().setConnectionString(url).setMaxWaitingHandlers(MOST_WAITING);
        return Redis.createClient(vertx, options).connect();
    }

    private Future<FloorRelay> listen(Vertx vertx, int port) {
        subscriber.handler(this::pushed);
        return vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .webSocketHandler(this::enter)
                .requestHandler(request -> request.response().end("ready"))
                .listen()
                .map(this);
    }

    /** The path is {@code /peer/other}. */
    private void enter(ServerWebSocket socket) {
        var path = socket.path().split("/");
        var peer = path[1];
        var other = path[2];
        sockets.put(peer, socket);
        subscriber.send(Request.cmd(Command.SUBSCRIBE).arg(peer));
        socket.textMessageHandler(text -> publish(other, text));
        socket.closeHandler(closed -> {
            if (sockets.remove(peer, socket)) {
                subscriber.send(Request.cmd(Command.UNSUBSCRIBE).arg(peer));
            }
        });
    }

    private void publish(String channel, String message) {
        for (int copy = copies.applyAsInt(++published); copy > 0; copy--) {
            publisher.send(Request.cmd(Command.PUBLISH).arg(channel).arg(message));
        }
    }

    private void pushed(Response push) {
        if (push.type() != ResponseType.PUSH) return;
        var socket = sockets.get(push.get(1).toString());
        if (socket == null) return;
        switch (push.get(0).toString()) {
            case "subscribe" -> socket.writeTextMessage("ready");
            case "message" -> socket.writeTextMessage(push.get(2).toString());
            default -> {}
        }
    }
}
