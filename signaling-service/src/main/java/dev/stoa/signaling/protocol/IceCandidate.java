package dev.stoa.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The browser's RTCIceCandidateInit. Opaque here: only its sizes are checked (candidate 4,096 characters, the rest 256). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IceCandidate(
        String candidate,
        @Nullable String sdpMid,
        @Nullable Integer sdpMLineIndex,
        @Nullable String usernameFragment) {

    public static final int MAX_CANDIDATE = 4_096;
    private static final int MAX_NAME = 256;
    private static final int MAX_INDEX = 65_535;

    public IceCandidate {
        Bounds.text("candidate.candidate", candidate, 0, MAX_CANDIDATE);
        Bounds.optional("candidate.sdpMid", sdpMid, MAX_NAME);
        Bounds.optional("candidate.usernameFragment", usernameFragment, MAX_NAME);
        if (sdpMLineIndex != null && (sdpMLineIndex < 0 || sdpMLineIndex > MAX_INDEX)) {
            throw new InvalidField(ErrorCode.BAD_MESSAGE, "candidate.sdpMLineIndex must be 0 to 65535");
        }
    }
}
