package dev.stoa.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the service says. {@code seq} is the room's increasing number; it comes first so that {@link Wire} can set it late. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ServerMessage.Welcome.class, name = "welcome"),
    @JsonSubTypes.Type(value = ServerMessage.PeerJoined.class, name = "peer-joined"),
    @JsonSubTypes.Type(value = ServerMessage.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = ServerMessage.PeerReconnecting.class, name = "peer-reconnecting"),
    @JsonSubTypes.Type(value = ServerMessage.PeerResumed.class, name = "peer-resumed"),
    @JsonSubTypes.Type(value = ServerMessage.PeerLeft.class, name = "peer-left"),
    @JsonSubTypes.Type(value = ServerMessage.Description.class, name = "description"),
    @JsonSubTypes.Type(value = ServerMessage.Candidate.class, name = "candidate"),
    @JsonSubTypes.Type(value = ServerMessage.Chat.class, name = "chat"),
    @JsonSubTypes.Type(value = ServerMessage.Ack.class, name = "ack"),
    @JsonSubTypes.Type(value = ServerMessage.IceServers.class, name = "ice-servers"),
    @JsonSubTypes.Type(value = ServerMessage.Error.class, name = "error"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerMessage {

    /**
     * The first message of a new session. {@code peers} are the others, of whom the pages of {@code reconnecting} are away;
     * {@code session} is secret to this page, and lets it come back for {@code resumeWithin} seconds.
     */
    record Welcome(
            int protocol,
            String instance,
            String epoch,
            long seq,
            String self,
            String session,
            long resumeWithin,
            List<PeerInfo> peers,
            List<String> reconnecting,
            List<IceServer> iceServers)
            implements ServerMessage {
        /** The version of this protocol. */
        public static final int PROTOCOL = 1;

        public Welcome {
            peers = List.copyOf(peers);
            reconnecting = List.copyOf(reconnecting);
            iceServers = List.copyOf(iceServers);
        }
    }

    /**
     * The first message of a session that goes on. What was missed follows, up to {@code seq}; the page's own messages up
     * to number {@code received} are settled.
     */
    record Resumed(
            long seq,
            String instance,
            long received,
            List<PeerInfo> peers,
            List<String> reconnecting,
            List<IceServer> iceServers)
            implements ServerMessage {
        public Resumed {
            peers = List.copyOf(peers);
            reconnecting = List.copyOf(reconnecting);
            iceServers = List.copyOf(iceServers);
        }
    }

    /** Somebody came in. */
    record PeerJoined(long seq, PeerInfo peer) implements ServerMessage {}

    /** Somebody's page is away or silent, and may come back. */
    record PeerReconnecting(long seq, String peer) implements ServerMessage {}

    /** The same page is back, and misses nothing. */
    record PeerResumed(long seq, PeerInfo peer) implements ServerMessage {}

    /** Somebody is gone, and why. */
    record PeerLeft(long seq, String peer, LeaveReason reason) implements ServerMessage {}

    /** A description from another peer. */
    record Description(long seq, String from, SessionDescription description) implements ServerMessage {}

    /** A candidate from another peer; null says that there are no more. */
    record Candidate(
            long seq,
            String from,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            IceCandidate candidate) implements ServerMessage {}

    /** Words from another peer, with the sender's own id for them and the time the service took them in. */
    record Chat(long seq, String from, @Nullable String id, String text, Instant at) implements ServerMessage {}

    /** The page's numbered messages up to {@code n} are settled: taken in, or refused for good. */
    record Ack(long n) implements ServerMessage {}

    /** Fresh credentials, to be used from now on. */
    record IceServers(List<IceServer> iceServers) implements ServerMessage {
        public IceServers {
            iceServers = List.copyOf(iceServers);
        }
    }

    /**
     * Something the page sent was not done; {@code message} says what to do, {@code ref} and {@code n} are the id and the
     * number of what was sent.
     */
    record Error(
            ErrorCode code,
            String message,
            @Nullable String ref,
            @Nullable Long n) implements ServerMessage {

        /** An error about a message that could be read. */
        public static Error about(ClientMessage message, ErrorCode code, String advice) {
            return new Error(code, advice, message.id(), message.n());
        }
    }
}
