package dev.stoa.matchmaking.rig;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;

/** A way to a Redis on which everything takes a while, so that what was read is old when it is used. */
public final class SlowCable implements AutoCloseable {

    private final Vertx vertx;
    private final long delayMs;
    private final NetClient client;
    private final NetServer server;

    /** @param delayMs how long each direction takes */
    public SlowCable(Vertx vertx, int port, long delayMs) {
        this.vertx = vertx;
        this.delayMs = delayMs;
        this.client = vertx.createNetClient();
        this.server = vertx.createNetServer().connectHandler(near -> {
            near.pause();
            client.connect(port, "127.0.0.1").onSuccess(far -> join(near, far)).onFailure(refused -> near.close());
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    }

    public String url() {
        return "redis://127.0.0.1:" + server.actualPort();
    }

    private void join(NetSocket near, NetSocket far) {
        near.handler(data -> later(far, data));
        far.handler(data -> later(near, data));
        near.closeHandler(ignored -> far.close());
        far.closeHandler(ignored -> near.close());
        near.resume();
    }

    /** Timers of the same length fire in the order in which they were set. */
    private void later(NetSocket to, Buffer data) {
        vertx.setTimer(delayMs, ignored -> to.write(data));
    }

    @Override
    public void close() {
        server.close();
        client.close();
    }
}
