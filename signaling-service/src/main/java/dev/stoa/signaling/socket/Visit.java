package dev.stoa.signaling.socket;

import dev.stoa.signaling.protocol.ClientMessage;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ErrorCode;
import dev.stoa.signaling.protocol.Malformed;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.room.Peer;
import dev.stoa.signaling.room.Relay;
import dev.stoa.signaling.watch.Meters;
import io.quarkus.websockets.next.UserData;

/** A page on its socket: what it sends is counted against its budget before anybody else sees it. */
record Visit(Socket socket, Peer peer, Budget budget, Relay relay, Meters meters) {

    static final UserData.TypedKey<Visit> KEY = new UserData.TypedKey<>("visit");

    /** A message of the protocol came. */
    void accept(ClientMessage message) {
        switch (spend()) {
            case ACCEPT -> relay.receive(peer, message);
            case REFUSE ->
                socket.send(ServerMessage.Error.about(
                        message, ErrorCode.RATE_LIMITED, "send fewer messages, then send this one again"));
            case CLOSE -> socket.close(CloseReason.FLOOD);
        }
    }

    /** Something else came. */
    void refuse(Malformed malformed) {
        meters.dropped("bad-message");
        if (spend() == Budget.Verdict.CLOSE) {
            socket.close(CloseReason.FLOOD);
        } else if (budget.bad(System.nanoTime()) == Budget.Verdict.CLOSE) {
            socket.close(CloseReason.BAD_MESSAGES);
        } else {
            relay.refuse(peer, malformed.answer());
        }
    }

    private Budget.Verdict spend() {
        var verdict = budget.spend(System.nanoTime());
        if (verdict != Budget.Verdict.ACCEPT) {
            meters.dropped("rate-limited");
        }
        return verdict;
    }
}
