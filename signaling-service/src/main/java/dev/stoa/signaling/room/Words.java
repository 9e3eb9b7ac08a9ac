package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Entry;
import dev.stoa.signaling.pass.Pass;
import dev.stoa.signaling.protocol.ClientMessage;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Unnumbered;
import dev.stoa.signaling.protocol.Wire;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a page's message becomes for those who get it.
 *
 * @param right what it takes to say it
 * @param to a peer, or {@link Entry#ALL}
 * @param message the message
 */
record Words(Pass.Right right, String to, Unnumbered message) {

    /** The words of a message that is relayed; a {@code leave} or {@code closing} is not. */
    static Words of(String from, ClientMessage message, Wire wire) {
        return switch (message) {
            case ClientMessage.Description said ->
                new Words(
                        Pass.Right.MEDIA,
                        said.to(),
                        wire.encodeUnnumbered(new ServerMessage.Description(0, from, said.description())));
            case ClientMessage.Candidate said ->
                new Words(
                        Pass.Right.MEDIA,
                        said.to(),
                        wire.encodeUnnumbered(new ServerMessage.Candidate(0, from, said.candidate())));
            case ClientMessage.Chat said ->
                new Words(
                        Pass.Right.CHAT,
                        Entry.ALL,
                        wire.encodeUnnumbered(new ServerMessage.Chat(
                                0, from, said.id(), said.text(), Instant.now().truncatedTo(ChronoUnit.MILLIS))));
            case ClientMessage.Leave said -> throw new IllegalArgumentException("a leave is not relayed");
            case ClientMessage.Closing said -> throw new IllegalArgumentException("a closing is not relayed");
        };
    }
}
