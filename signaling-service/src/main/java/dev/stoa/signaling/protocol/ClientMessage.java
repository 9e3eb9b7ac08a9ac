package dev.stoa.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a page may say. Every constructor enforces the bounds and throws {@link InvalidField}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClientMessage.Description.class, name = "description"),
    @JsonSubTypes.Type(value = ClientMessage.Candidate.class, name = "candidate"),
    @JsonSubTypes.Type(value = ClientMessage.Chat.class, name = "chat"),
    @JsonSubTypes.Type(value = ClientMessage.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = ClientMessage.Closing.class, name = "closing"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ClientMessage {

    /** The page's own name for this message, at most 64 characters; an error about it carries it as {@code ref}. */
    @Nullable
    String id();

    /** Its number in the session, 1 for the first, then one more each time; absent if it need not be safe. */
    @Nullable
    Long n();

    /** Whether the page expects to hear no more. */
    @JsonIgnore
    default boolean isFarewell() {
        return this instanceof Leave || this instanceof Closing;
    }

    /** An offer, an answer or a rollback for one other peer. */
    record Description(@Nullable String id, @Nullable Long n, String to, SessionDescription description)
            implements ClientMessage {
        public Description {
            Bounds.id(id);
            Bounds.n(n);
            Bounds.peer("to", to);
            Bounds.present("description", description);
        }
    }

    /** An ICE candidate for one other peer; null says that there are no more. */
    record Candidate(
            @Nullable String id,
            @Nullable Long n,
            String to,

            @JsonProperty(required = true) @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            IceCandidate candidate)
            implements ClientMessage {
        public Candidate {
            Bounds.id(id);
            Bounds.n(n);
            Bounds.peer("to", to);
        }
    }

    /** Words for everybody else in the room, 1 to 4,000 characters. */
    record Chat(@Nullable String id, @Nullable Long n, String text) implements ClientMessage {
        public static final int MAX_TEXT = 4_000;

        public Chat {
            Bounds.id(id);
            Bounds.n(n);
            Bounds.text("text", text, 1, MAX_TEXT);
        }
    }

    /** Leaves the room for good; the service answers by closing the socket. */
    record Leave(@Nullable String id, @Nullable Long n) implements ClientMessage {
        public Leave {
            Bounds.id(id);
            Bounds.n(n);
        }
    }

    /** The page is being closed or reloaded; the service answers by closing the socket. */
    record Closing(@Nullable String id, @Nullable Long n) implements ClientMessage {
        public Closing {
            Bounds.id(id);
            Bounds.n(n);
        }
    }
}
