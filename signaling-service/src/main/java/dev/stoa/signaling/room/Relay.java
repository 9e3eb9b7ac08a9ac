package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.AppendOutcome;
import dev.stoa.signaling.cluster.Entry;
import dev.stoa.signaling.cluster.RoomLog;
import dev.stoa.signaling.pass.Pass;
import dev.stoa.signaling.protocol.ClientMessage;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ErrorCode;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.watch.Meters;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes in what pages say. May be called from any thread, for one page always from the same. */
@Singleton
public final class Relay {

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Loop loop;
    private final Rooms rooms;
    private final RoomLog log;
    private final Wire wire;
    private final Meters meters;

    Relay(Loop loop, Rooms rooms, RoomLog log, Wire wire, Meters meters) {
        this.loop = loop;
        this.rooms = rooms;
        this.log = log;
        this.wire = wire;
        this.meters = meters;
    }

    /** Does what the message asks for, or answers with an error. */
    public void receive(Peer peer, ClientMessage message) {
        var from = peer.member().id();
        switch (message) {
            case ClientMessage.Description said ->
                relay(peer, said, said.to(), new ServerMessage.Description(0, from, said.description()));
            case ClientMessage.Candidate said ->
                relay(peer, said, said.to(), new ServerMessage.Candidate(0, from, said.candidate()));
            case ClientMessage.Chat said ->
                relay(peer, said, Entry.ALL, new ServerMessage.Chat(0, from, said.id(), said.text(), now()));
            case ClientMessage.Leave said -> peer.outlet().close(CloseReason.LEFT);
        }
    }

    private void relay(Peer peer, ClientMessage asked, String to, ServerMessage message) {
        var since = System.nanoTime();
        if (!peer.may(right(asked))) {
            refuse(peer, ErrorCode.NOT_ALLOWED, "your room pass does not allow this", asked.id());
            return;
        }
        var text = wire.encode(message);
        loop.execute(() -> append(peer, to, text, new Receipt(since, asked.id())));
    }

    private void append(Peer peer, String to, String text, Receipt receipt) {
        if (!peer.isPresent()) {
            refuse(peer, ErrorCode.UNAVAILABLE, "wait for the welcome", receipt.id());
            return;
        }
        if (to.equals(peer.member().id())) {
            refuse(peer, ErrorCode.UNKNOWN_PEER, "send it to somebody else", receipt.id());
            return;
        }
        log.append(peer.member(), to, seen(peer), text)
                .onSuccess(outcome -> settle(peer, outcome, receipt))
                .onFailure(failure -> refuse(peer, ErrorCode.UNAVAILABLE, "send it again in a moment", receipt.id()));
    }

    private void settle(Peer peer, AppendOutcome outcome, Receipt receipt) {
        switch (outcome) {
            case ACCEPTED -> meters.relayed(receipt.since());
            case ADDRESSEE_UNKNOWN ->
                refuse(peer, ErrorCode.UNKNOWN_PEER, "send it to a peer that is in the room", receipt.id());
            case SENDER_GONE -> {
                refuse(peer, ErrorCode.UNAVAILABLE, "you are no longer in the room", receipt.id());
                // The log will say why, and close the socket so; if it forgot the room, nobody else will.
                loop.after(GRACE, () -> {
                    if (peer.isPresent()) {
                        peer.outlet().close(CloseReason.RESTARTING);
                    }
                });
            }
        }
    }

    private void refuse(Peer peer, ErrorCode code, String advice, @Nullable String ref) {
        meters.dropped(code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        peer.outlet().send(new ServerMessage.Error(code, advice, ref));
    }

    private long seen(Peer peer) {
        var room = rooms.find(peer.member().room());
        return room == null ? peer.joinedAt() : Math.max(peer.joinedAt(), room.last());
    }

    private static Pass.Right right(ClientMessage message) {
        return message instanceof ClientMessage.Chat ? Pass.Right.CHAT : Pass.Right.MEDIA;
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** When a message arrived ({@link System#nanoTime()}) and what its page calls it. */
    private record Receipt(long since, @Nullable String id) {}
}
