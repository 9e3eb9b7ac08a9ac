package dev.stoa.matchmaking.meeting.rooms;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports whether signaling's Redis can be reached. The service is ready without it. */
@Readiness
@ApplicationScoped
class SignalingHealth implements HealthCheck {

    private final Rooms rooms;

    SignalingHealth(Rooms rooms) {
        this.rooms = rooms;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signaling Redis (not needed to be ready)")
                .up()
                .withData("connected", rooms.connected())
                .build();
    }
}
