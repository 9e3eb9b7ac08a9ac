package dev.stoa.matchmaking.meeting.sandbox;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is to happen to a ticket in the sandbox. */
public enum Scenario {
    /** An expert accepts, comes, and hangs up after a while: the ticket is completed. */
    @JsonProperty("accepts")
    ACCEPTS,
    /** The first expert declines; then as {@link #ACCEPTS} with another one. */
    @JsonProperty("declines-first")
    DECLINES_FIRST,
    /** No expert is there: the ticket waits until it is cancelled or expires. */
    @JsonProperty("nobody")
    NOBODY,
    /** The learner stays silent in the first ready check: the ticket is paused. Once resumed, as {@link #ACCEPTS}. */
    @JsonProperty("learner-not-ready")
    LEARNER_NOT_READY,
    /** The first expert accepts and does not come: the ticket is back in the queue. Then as {@link #ACCEPTS} with another one. */
    @JsonProperty("expert-no-show")
    EXPERT_NO_SHOW;

    /** As it is written in requests and in the queue. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
