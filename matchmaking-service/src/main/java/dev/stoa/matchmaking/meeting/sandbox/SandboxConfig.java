package dev.stoa.matchmaking.meeting.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether integrators can practise, and how fast things go then. */
@ConfigMapping(prefix = "stoa.sandbox")
public interface SandboxConfig {

    /** Whether tickets can be put into the sandbox, and simulated people act. */
    @WithDefault("true")
    boolean enabled();

    /** How long simulated people take for each thing they do, 20 ms at least. */
    @WithDefault("1s")
    Duration pace();

    /** With a simulated learner: the time for answers, for coming into the room, and the pause after a miss. Several paces. */
    @WithDefault("6s")
    Duration patience();

    /** How long a ticket in the sandbox may wait, and may be paused in total, before it expires. */
    @WithDefault("5m")
    Duration longestWait();

    /** How many tickets may be in the sandbox at a time. */
    @WithDefault("500")
    int mostTickets();

    /** How many of them may be one integrator's. */
    @WithDefault("50")
    int mostTicketsEach();
}
