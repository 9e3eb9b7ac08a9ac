package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.AppendOutcome;
import dev.stoa.signaling.cluster.Saying;
import dev.stoa.signaling.protocol.ClientMessage;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.watch.Meters;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Takes in what pages say. May be called from any thread, for one page always from the same. */
@Singleton
public final class Relay {

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
        loop.execute(() -> append(peer, words, new Receipt(since, message.id(), message.n(), null)));
    }

    /** Answers what was no message. If that has a number, it is refused in its turn only, so that the next may follow. */
    public void refuse(Peer peer, ServerMessage.Error answer) {
        if (answer.n() == null) {
            peer.outlet().send(answer);
        } else {
            var receipt = new Receipt(System.nanoTime(), answer.ref(), answer.n(), answer);
            loop.execute(() -> settle(peer, receipt));
        }
    }

    private void settle(Peer peer, Receipt receipt) {
        if (peer.isPresent()) {
            var member = peer.member();
            say(peer, Saying.settling(member.room(), member.id(), member.connection(), receipt.number()), receipt);
        } else {
            refuse(peer, Refusal.NOT_IN_YET, receipt);
        }
    }

    private void append(Peer peer, Words words, Receipt receipt) {
        if (!peer.isPresent()) {
            refuse(peer, Refusal.NOT_IN_YET, receipt);
            return;
        }
        var member = peer.member();
        var saying = new Saying(
                member.room(),
                member.id(),
                member.connection(),
                receipt.number(),
                words.right().letter(),
                words.to(),
                peer.seen(),
                words.message());
        say(peer, saying, receipt);
    }

    private void say(Peer peer, Saying saying, Receipt receipt) {
        rooms.say(saying)
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
        if (outcome.isSettled() && receipt.n() != null) {
            acks.settled(peer, receipt.number());
        }
    }

    private void refuse(Peer peer, Refusal why, Receipt receipt) {
        if (why == Refusal.NOT_ALLOWED && receipt.malformed() != null) {
            peer.outlet().send(receipt.malformed());
        } else {
            meters.dropped(why.code().word());
            peer.outlet().send(why.answer(receipt.ref(), receipt.n()));
        }
    }

    /**
     * What came.
     *
     * @param since when ({@link System#nanoTime()})
     * @param ref its id
     * @param n its number in the session
     * @param malformed why it is no message; null if it is one
     */
    private record Receipt(
            long since, @Nullable String ref, @Nullable Long n, ServerMessage.@Nullable Error malformed) {
        long number() {
            return n == null ? 0 : n;
        }
    }
}
