package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.CloseReason;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.Future;
import io.vertx.core.http.HttpConnection;

/** A WebSocket. */
final class WebSocketPipe implements Pipe {

    static final UserData.TypedKey<HttpConnection> BELOW = new UserData.TypedKey<>("connection");

    private final WebSocketConnection connection;

    WebSocketPipe(WebSocketConnection connection) {
        this.connection = connection;
    }

    @Override
    public Future<Void> write(String text) {
        return Channels.write(connection.userData().get(BELOW), text);
    }

    @Override
    public void close(CloseReason reason) {
        if (!connection.isClosed()) {
            connection
                    .close(new io.quarkus.websockets.next.CloseReason(reason.code(), reason.text()))
                    .subscribe()
                    .with(done -> {}, failure -> {});
        }
    }

    @Override
    public void cut() {
        Channels.cut(connection.userData().get(BELOW));
    }
}
