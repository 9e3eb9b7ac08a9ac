package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.Malformed;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.room.Relay;
import dev.stoa.signaling.watch.Meters;
import io.netty.handler.codec.CorruptedFrameException;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * The WebSocket: decodes and hands over. A connection's messages come one after the other, in their order. Each method says
 * by itself that it does not block: on the class that would count for nothing, and cost a worker thread for each message.
 */
@WebSocket(path = "/api/signaling/v1/socket")
@Singleton
class SignalingSocket {

    private static final Logger LOG = Logger.getLogger(SignalingSocket.class);

    private final Sockets sockets;
    private final Wire wire;
    private final Relay relay;
    private final Budgets budgets;
    private final Meters meters;

    SignalingSocket(Sockets sockets, Wire wire, Relay relay, Budgets budgets, Meters meters) {
        this.sockets = sockets;
        this.wire = wire;
        this.relay = relay;
        this.budgets = budgets;
        this.meters = meters;
    }

    @OnOpen
    @NonBlocking
    void open(WebSocketConnection connection) {
        Channels.checkFrames(connection.userData().get(WebSocketPipe.BELOW), budgets.reading());
        var arrival = connection.userData().remove(PassCheck.ARRIVAL);
        var opened = sockets.open(
                new WebSocketPipe(connection), arrival, connection.userData().remove(PassCheck.ADDRESS));
        var budget = budgets.of(arrival.room(), arrival.peer());
        connection.userData().put(Visit.KEY, new Visit(opened.socket(), opened.peer(), budget, relay, meters));
    }

    @OnTextMessage
    @NonBlocking
    void text(WebSocketConnection connection, String text) {
        var visit = connection.userData().get(Visit.KEY);
        if (visit.socket().isOpen()) {
            visit.socket().heard();
            try {
                visit.accept(wire.decode(text));
            } catch (Malformed malformed) {
                visit.refuse(malformed);
            }
        }
    }

    @OnBinaryMessage
    @NonBlocking
    void binary(WebSocketConnection connection, Buffer bytes) {
        var visit = connection.userData().get(Visit.KEY);
        if (visit.socket().isOpen()) {
            visit.socket().heard();
            visit.refuse(Malformed.binary());
        }
    }

    @OnPongMessage
    @NonBlocking
    void pong(WebSocketConnection connection, Buffer data) {
        connection.userData().get(Visit.KEY).socket().heard();
    }

    @OnClose
    @NonBlocking
    void close(WebSocketConnection connection) {
        var visit = connection.userData().get(Visit.KEY);
        if (visit != null) {
            visit.socket().closedByPage(isGoingAway(connection) ? CloseReason.CLOSING : CloseReason.SILENT);
        }
    }

    /** Browsers send 1001 when the page that opened the socket is closed, reloaded or left (RFC 6455, 7.4.1). */
    private static boolean isGoingAway(WebSocketConnection connection) {
        var reason = connection.closeReason();
        return reason != null && reason.getCode() == CloseReason.CLOSING.code();
    }

    @OnError
    @NonBlocking
    void broken(WebSocketConnection connection, Throwable failure) {
        var visit = connection.userData().get(Visit.KEY);
        if (visit == null) {
            LOG.debugf("A socket broke before it was open: %s", failure);
        } else if (failure instanceof HttpClosedException) {
            visit.socket().closedByPage();
        } else if (isOfFrames(failure)) {
            visit.socket().close(CloseReason.TOO_LARGE);
        } else {
            LOG.error("A message could not be handled", failure);
            visit.socket().close(CloseReason.UNAVAILABLE);
        }
    }

    /** Vert.x has no type of its own for a message that grows too large frame by frame. */
    private static boolean isOfFrames(Throwable failure) {
        return failure instanceof CorruptedFrameException
                || (failure instanceof IllegalStateException
                        && String.valueOf(failure.getMessage()).contains("max message size"));
    }
}
