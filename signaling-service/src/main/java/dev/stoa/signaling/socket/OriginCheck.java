package dev.stoa.signaling.socket;

import dev.stoa.signaling.watch.Meters;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

/** Only pages of the allowed origins may connect. */
@Singleton
@Priority(2)
class OriginCheck implements HttpUpgradeCheck {

    private final SocketConfig config;
    private final Meters meters;

    OriginCheck(SocketConfig config, Meters meters) {
        this.config = config;
        this.meters = meters;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        var origin = context.httpRequest().getHeader("Origin");
        if (origin != null && config.allowedOrigins().contains(origin)) {
            return CheckResult.permitUpgrade();
        }
        meters.refused("origin");
        return CheckResult.rejectUpgrade(403);
    }
}
