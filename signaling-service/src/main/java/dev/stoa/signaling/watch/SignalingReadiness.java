package dev.stoa.signaling.watch;

import dev.stoa.signaling.cluster.Scripts;
import dev.stoa.signaling.cluster.Subscriptions;
import dev.stoa.signaling.pass.PassKeys;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when rooms can be reached and passes can be verified. */
@Readiness
@Singleton
class SignalingReadiness implements AsyncHealthCheck {

    private final Scripts scripts;
    private final Subscriptions subscriptions;
    private final PassKeys keys;
    private final Stopping stopping;

    SignalingReadiness(Scripts scripts, Subscriptions subscriptions, PassKeys keys, Stopping stopping) {
        this.scripts = scripts;
        this.subscriptions = subscriptions;
        this.keys = keys;
        this.stopping = stopping;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        var redisScripts = scripts.isUp();
        var redisSubscriptions = subscriptions.isUp();
        var passKeys = keys.known();
        return Uni.createFrom()
                .item(HealthCheckResponse.named("signaling")
                        .status(redisScripts && redisSubscriptions && passKeys && !stopping.hasBegun())
                        .withData("redis-scripts", redisScripts)
                        .withData("redis-subscriptions", redisSubscriptions)
                        .withData("pass-keys", passKeys)
                        .withData("stopping", stopping.hasBegun())
                        .build());
    }
}
