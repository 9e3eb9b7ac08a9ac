package dev.stoa.signaling.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A peer as the others in the room see it: its id, display name and role, all from its room pass. */
public record PeerInfo(String peer, String name, Role role) {

    /** What a peer is in the room. */
    public enum Role {
        @JsonProperty("learner")
        LEARNER,
        @JsonProperty("expert")
        EXPERT
    }
}
