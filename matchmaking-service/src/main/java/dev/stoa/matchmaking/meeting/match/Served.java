package dev.stoa.matchmaking.meeting.match;

import java.time.Duration;
import java.util.Optional;

/** How it went to serve an expert. */
sealed interface Served {

    /** There is an offer, of this ticket. */
    record Offered(String ticket) implements Served {}

    /** Nothing fits; what is held back can be judged again after that time. */
    record Nothing(Optional<Duration> held) implements Served {}

    /** Somebody else was faster, again and again. */
    record Collided() implements Served {}

    /** Nobody is matched now. */
    record Paused() implements Served {}
}
