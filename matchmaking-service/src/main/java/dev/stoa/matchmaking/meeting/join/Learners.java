package dev.stoa.matchmaking.meeting.join;

import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes back what integrators have opened for their learners. */
@ApplicationScoped
public class Learners {

    private static final int AT_ONCE = 100;
    private static final String BEGINNING = "0-0";

    private final Steps steps;
    private final JoinConfig config;

    Learners(Steps steps, JoinConfig config) {
        this.steps = steps;
        this.config = config;
    }

    /** Fails with 401 when the guest's link works no longer. */
    Uni<Void> check(Who.Guest guest) {
        return steps.take(Step.CHECK_LINK, guest.account(), guest.since().toEpochMilli())
                .invoke(reply -> {
                    if (reply.outcome() == Outcome.GONE) {
                        throw new AuthenticationFailedException("The join link works no longer");
                    }
                })
                .replaceWithVoid();
    }

    /** Ends what a learner has open, in the sandbox too, and has it taken out of the history. */
    Uni<Void> forget(Who.Integrator integrator, String externalId) {
        return forget(integrator.learner(externalId)).chain(() -> forgetPractising(integrator, externalId));
    }

    /** The same, of what a learner has done in the sandbox alone. */
    Uni<Void> forgetPractising(Who.Integrator integrator, String externalId) {
        return forget(integrator.practising(externalId));
    }

    private Uni<Void> forget(String account) {
        return steps.take(Step.FORGET_LEARNER, account, config.lifetime().toMillis())
                .replaceWithVoid();
    }

    /** Ends what an integrator has open for all of its learners, and forgets what waits in Redis to be sent to it. */
    public Uni<Void> endAllOf(String integrator) {
        return endAllOf(integrator, BEGINNING);
    }

    private Uni<Void> endAllOf(String integrator, String from) {
        return steps.take(Step.END_INTEGRATOR, integrator, config.lifetime().toMillis(), from, AT_ONCE)
                .flatMap(reply ->
                        reply.text().isEmpty() ? Uni.createFrom().voidItem() : endAllOf(integrator, reply.text()));
    }
}
