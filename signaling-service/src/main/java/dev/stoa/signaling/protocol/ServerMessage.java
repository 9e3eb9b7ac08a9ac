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
    @JsonSubTypes.Type(value = ServerMessage.PeerLeft.class, name = "peer-left"),
    @JsonSubTypes.Type(value = ServerMessage.Description.class, name = "description"),
    @JsonSubTypes.Type(value = ServerMessage.Candidate.class, name = "candidate"),
    @JsonSubTypes.Type(value = ServerMessage.Chat.class, name = "chat"),
    @JsonSubTypes.Type(value = ServerMessage.Error.class, name = "error"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerMessage {

    /** The first message on every socket. {@code peers} are the others; {@code session} is secret to this page. */
    record Welcome(
            int protocol,
            String instance,
            String epoch,
            long seq,
            String self,
            String session,
            List<PeerInfo> peers,
            List<IceServer> iceServers)
            implements ServerMessage {
        /** The version of this protocol. */
        public static final int PROTOCOL = 1;

        public Welcome {
            peers = List.copyOf(peers);
            iceServers = List.copyOf(iceServers);
        }
    }

    /** Somebody came in. */
    record PeerJoined(long seq, PeerInfo peer) implements ServerMessage {}

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

    /** Something the page sent was not done; {@code message} says what to do, {@code ref} is the id of what was sent. */
    record Error(ErrorCode code, String message, @Nullable String ref) implements ServerMessage {}
}
