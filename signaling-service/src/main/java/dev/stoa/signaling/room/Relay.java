package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.AppendOutcome;
import dev.stoa.signaling.cluster.Entry;
import dev.stoa.signaling.cluster.Saying;
import dev.stoa.signaling.protocol.ClientMessage;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Unnumbered;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.watch.Meters;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Takes in what pages say. May be called from any thread, for one page always from the same. */
@Singleton
public final class Relay {

    private static final Unnumbered NOTHING = new Unnumbered("", "");
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Loop loop;
    private final Rooms rooms;
    private final Wire wire;
    private final Acks acks;
    private final Meters meters;

    Relay(Loop loop, Rooms rooms, Wire wire, Acks acks, Meters meters) {
        this.loop = loop;
        this.rooms = rooms;
        this.wire = wire;
        this.acks = acks;
        this.meters = meters;
    }

    /** Does what the message asks for, or answers with an error. */
    public void receive(Peer peer, ClientMessage message) {
        var since = System.nanoTime();
        if (message instanceof ClientMessage.Leave) {
            peer.outlet().close(CloseReason.LEFT);
            return;
        }
        if (message instanceof ClientMessage.Closing) {
            peer.outlet().close(CloseReason.CLOSING);
            return;
        }
        var words = Words.of(peer.member().id(), message, wire);
        loop.execute(() -> append(peer, words, new Receipt(since, message)));
    }

    /** A numbered message was refused for good before it came here, so that the next number may follow. */
    public void settle(Peer peer, long n) {
        loop.execute(() -> {
            if (peer.isPresent()) {
                var member = peer.member();
                rooms.say(new Saying(
                                member.room(),
                                member.id(),
                                member.connection(),
                                n,
                                Saying.NO_RIGHT,
                                Entry.ALL,
                                0,
                                NOTHING))
                        .onSuccess(outcome -> {
                            if (outcome != AppendOutcome.OUT_OF_ORDER) {
                                acks.settled(peer, n);
                            }
                        });
            }
        });
    }

    private void append(Peer peer, Words words, Receipt receipt) {
        if (!peer.isPresent()) {
            refuse(peer, Refusal.NOT_IN_YET, receipt);
            return;
        }
        var member = peer.member();
        rooms.say(new Saying(
                        member.room(),
                        member.id(),
                        member.connection(),
                        receipt.n(),
                        words.right().letter(),
                        words.to(),
                        peer.seen(),
                        words.message()))
                .onSuccess(outcome -> settle(peer, outcome, receipt))
                .onFailure(failure -> refuse(peer, Refusal.REDIS_AWAY, receipt));
    }

    private void settle(Peer peer, AppendOutcome outcome, Receipt receipt) {
        switch (outcome) {
            case ACCEPTED -> meters.relayed(receipt.since());
            case REPEATED -> meters.repeated();
            case ADDRESSEE_UNKNOWN, NOT_ALLOWED, OUT_OF_ORDER -> refuse(peer, Refusal.of(outcome), receipt);
            case SENDER_GONE -> {
                refuse(peer, Refusal.SENDER_GONE, receipt);
                // The log will say why, and close the socket so; if it forgot the room, nobody else will.
                loop.after(GRACE, () -> {
                    if (peer.isPresent()) {
                        peer.outlet().close(CloseReason.RESTARTING);
                    }
                });
            }
        }
        if (outcome.isSettled() && receipt.n() > 0) {
            acks.settled(peer, receipt.n());
        }
    }

    private void refuse(Peer peer, Refusal why, Receipt receipt) {
        meters.dropped(why.code().word());
        peer.outlet().send(ServerMessage.Error.about(receipt.message(), why.code(), why.advice()));
    }

    /** When a message arrived ({@link System#nanoTime()}), and the message. */
    private record Receipt(long since, ClientMessage message) {
        long n() {
            var n = message.n();
            return n == null ? 0 : n;
        }
    }
}
