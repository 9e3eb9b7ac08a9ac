package dev.stoa.matchmaking.queue;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while steps can be taken and the event log is being followed. */
@Readiness
@ApplicationScoped
class QueueHealth implements HealthCheck {

    private final Steps steps;
    private final EventLog log;

    QueueHealth(Steps steps, EventLog log) {
        this.steps = steps;
        this.log = log;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("queue Redis")
                .status(steps.connected() && log.following())
                .withData("connected", steps.connected())
                .withData("following", log.following())
                .build();
    }
}
