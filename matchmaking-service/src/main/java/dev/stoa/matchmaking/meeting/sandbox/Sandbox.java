package dev.stoa.matchmaking.meeting.sandbox;

import dev.stoa.matchmaking.problem.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What sets a ticket in the sandbox apart when it is queued. */
@ApplicationScoped
public class Sandbox {

    private static final String SECONDS_UNTIL_ROOM = "5";

    private final SandboxConfig config;

    Sandbox(SandboxConfig config) {
        this.config = config;
    }

    /** Longest wait, longest pause and the time for reopening, in ms, as {@code enqueue.lua} takes them. */
    public List<Object> lifetimes() {
        long longest = config.longestWait().toMillis();
        return List.of(longest, longest, longest);
    }

    /** The last arguments of {@code enqueue.lua}; fails with a 403 problem while the sandbox is switched off. */
    public List<Object> settings(SandboxRequest request) {
        if (!config.enabled()) {
            throw Problems.forbidden(
                    "sandbox-off",
                    "There is no sandbox here",
                    "The operator has switched it off; leave `sandbox` out to ask real experts.");
        }
        long patience = config.patience().toMillis();
        boolean simulated = request.simulatesLearner();
        return List.of(
                request.scenario().word(),
                simulated ? "1" : "",
                request.callMs(),
                simulated ? patience : "",
                patience,
                config.pace().toMillis(),
                config.mostTickets(),
                config.mostTicketsEach());
    }

    /** 429: there are too many tickets in the sandbox. */
    public RuntimeException full() {
        return tooMany("There are too many tickets in the sandbox: try again in a moment.");
    }

    /** 429: the integrator itself has too many there. */
    public RuntimeException crowded() {
        return tooMany("You have " + config.mostTicketsEach()
                + " tickets in the sandbox, as many as you may: cancel those you don't need, and try again.");
    }

    private static RuntimeException tooMany(String detail) {
        return Problems.of(429, "sandbox-full", "The sandbox is full", detail)
                .withHeader("Retry-After", SECONDS_UNTIL_ROOM)
                .build();
    }
}
