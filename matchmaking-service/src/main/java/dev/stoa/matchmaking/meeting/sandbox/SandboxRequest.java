package dev.stoa.matchmaking.meeting.sandbox;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an integrator wants to happen to a ticket in the sandbox. */
@Schema(
        description = "Puts the ticket into the sandbox, where simulated experts do what the scenario says, within"
                + " seconds and by the same steps as real ones. No real expert ever sees it.")
public record SandboxRequest(
        @Schema(
                description = "`accepts`: an expert accepts, comes and hangs up. `declines-first`: one declines, then"
                        + " another accepts. `nobody`: it waits until it is cancelled or expires."
                        + " `learner-not-ready`: the learner is silent in the ready check, so the ticket is paused;"
                        + " resume it. `expert-no-show`: an expert accepts but does not come, so the ticket is back in"
                        + " the queue; then another accepts.",
                examples = "accepts")
        @NotNull
        Scenario scenario,

        @Schema(
                description = "Who is the learner: `simulated` (usual) or `by-link`, whoever follows the join link.",
                examples = "simulated")
        @Nullable
        LearnerSide learner,

        @Schema(description = "After how many seconds the expert hangs up; 3 is usual.", examples = "3")
        @Min(1)
        @Max(60)
        @Nullable
        Integer callSeconds) {

    static final int USUAL_CALL_SECONDS = 3;

    boolean simulatesLearner() {
        return learner != LearnerSide.BY_LINK;
    }

    int callMs() {
        return 1_000 * (callSeconds == null ? USUAL_CALL_SECONDS : callSeconds);
    }
}
