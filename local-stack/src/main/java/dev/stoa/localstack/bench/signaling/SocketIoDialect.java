package dev.stoa.localstack.bench.signaling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Version 5 of the socket.io protocol over version 4 of Engine.IO's, on a WebSocket from the start. */
final class SocketIoDialect implements Dialect {
    private static final String PING = "2";
    private static final String PONG = "3";
    private static final String OPEN = "0";
    private static final String CONNECT = "40";
    private static final String CONNECT_ERROR = "44";
    private static final String DISCONNECT = "41";

    @Override
    public Upgrade enter(Seat seat) {
        return new Upgrade("/socket.io/?EIO=4&transport=websocket", "");
    }

    @Override
    public void hear(Client client, ByteBuffer text) {
        var packet = StandardCharsets.UTF_8.decode(text).toString();
        if (packet.equals(PING)) client.send(PONG);
        else if (packet.startsWith(CONNECT)) client.ready();
        else if (packet.startsWith(CONNECT_ERROR)) client.refused(packet);
        else if (packet.startsWith(OPEN)) {
            client.send(CONNECT + "{\"room\":\"" + client.seat().room() + "\"}");
        }
    }

    @Override
    public Template message(Kind kind) {
        return Template.of("42[\"signal\"," + Json.message(kind, "") + "]");
    }

    @Override
    public String farewell() {
        return DISCONNECT;
    }
}
