package dev.stoa.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The browser's RTCSessionDescriptionInit. The SDP is opaque here: at most 60,000 characters, absent only in a rollback. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SessionDescription(Type type, @Nullable String sdp) {

    public static final int MAX_SDP = 60_000;

    public SessionDescription {
        Bounds.present("description.type", type);
        if (type != Type.ROLLBACK || sdp != null) {
            Bounds.text("description.sdp", sdp, type == Type.ROLLBACK ? 0 : 1, MAX_SDP);
        }
    }

    /** The browser's RTCSdpType. */
    public enum Type {
        @JsonProperty("offer")
        OFFER,
        @JsonProperty("answer")
        ANSWER,
        @JsonProperty("pranswer")
        PRANSWER,
        @JsonProperty("rollback")
        ROLLBACK
    }
}
