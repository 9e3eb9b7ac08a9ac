package dev.stoa.signaling.socket;

import dev.stoa.signaling.watch.Meters;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;

/** No single address takes all the room there is. Asked first, for it is the cheapest to ask. */
@Singleton
@Priority(3)
class AddressCheck implements HttpUpgradeCheck {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Addresses addresses;
    private final Meters meters;

    AddressCheck(Addresses addresses, Meters meters) {
        this.addresses = addresses;
        this.meters = meters;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (addresses.mayKnock(Addresses.of(context.httpRequest()), System.nanoTime())) {
            return CheckResult.permitUpgrade();
        }
        meters.refused("address");
        return CheckResult.rejectUpgrade(TOO_MANY_REQUESTS);
    }
}
