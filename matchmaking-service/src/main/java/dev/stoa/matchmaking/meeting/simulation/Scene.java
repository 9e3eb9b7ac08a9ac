package dev.stoa.matchmaking.meeting.simulation;

import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.meeting.sandbox.Scenario;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How things stand in a sandbox, as {@code sandboxes.lua} reads it.
 *
 * @param ticket its ticket, after which it is named
 * @param learner the account of the learner
 * @param simulated whether the learner is
 * @param state of the ticket
 * @param missed whether the learner has left somebody waiting
 * @param experts who may be there, in the order in which they come
 * @param offer the open one
 * @param match the running one
 */
record Scene(
        String ticket,
        String learner,
        Scenario scenario,
        boolean simulated,
        String state,
        Field field,
        List<String> languages,
        boolean missed,
        List<Expert> experts,
        @Nullable Offer offer,
        @Nullable Match match) {

    /**
     * A simulated expert.
     *
     * @param passed whether it has declined the ticket or left its learner waiting, and is not for it any more
     */
    record Expert(String account, boolean online, boolean passed) {}

    /** An offer. */
    record Offer(String id, String expert, boolean accepted, boolean ready) {}

    /**
     * A match.
     *
     * @param talkedEnough whether the call has lasted as long as was asked for
     */
    record Match(
            String id,
            String room,
            String expert,
            String expertPeer,
            String learnerPeer,
            boolean expertJoined,
            boolean learnerJoined,
            boolean talkedEnough) {}

    /** The expert whose turn it is. */
    Optional<Expert> next() {
        return experts.stream().filter(expert -> !expert.passed()).findFirst();
    }

    /** Whether this is the one who comes first, and who does what the scenario is named after. */
    boolean isFirst(String expert) {
        return experts.getFirst().account().equals(expert);
    }
}
