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

    private final Origins origins;
    private final Meters meters;

    OriginCheck(Origins origins, Meters meters) {
        this.origins = origins;
        this.meters = meters;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (origins.allowsSocket(context.httpRequest())) {
            return CheckResult.permitUpgrade();
        }
        meters.refused("origin");
        return CheckResult.rejectUpgrade(403);
    }
}
