package dev.stoa.signaling.socket;

import dev.stoa.signaling.pass.PassRefused;
import dev.stoa.signaling.pass.PassVerifier;
import dev.stoa.signaling.room.Arrival;
import dev.stoa.signaling.watch.Meters;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Arrays;
import org.jboss.logging.Logger;

/**
 * Only who shows a good room pass, or a session, may connect. Both come as a subprotocol, so that no URL and no log has
 * them.
 */
@Singleton
@Priority(1)
class PassCheck implements HttpUpgradeCheck {

    static final UserData.TypedKey<String> ADDRESS = new UserData.TypedKey<>("address");

    static final UserData.TypedKey<Arrival> ARRIVAL = new UserData.TypedKey<>("arrival");

    private static final Logger LOG = Logger.getLogger(PassCheck.class);

    private final PassVerifier verifier;
    private final Drain drain;
    private final Meters meters;
    private final Addresses addresses;
    private final Vertx vertx;

    PassCheck(PassVerifier verifier, Drain drain, Addresses addresses, Meters meters, Vertx vertx) {
        this.verifier = verifier;
        this.drain = drain;
        this.addresses = addresses;
        this.meters = meters;
        this.vertx = vertx;
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        if (drain.hasBegun()) {
            return rejected(503, "stopping");
        }
        var offered =
                Arrays.stream(header(upgrade).split(",")).map(String::strip).toList();
        if (!offered.contains(Credential.PROTOCOL)) {
            return rejected(400, "protocol");
        }
        return Credential.among(offered)
                .map(credential -> switch (credential) {
                    case Credential.PassToken(var token) -> verified(upgrade, token);
                    case Credential.Comeback(var arrival) -> permit(upgrade, arrival);
                })
                .orElseGet(() -> rejected(401, "pass"));
    }

    private Uni<CheckResult> permit(HttpUpgradeContext upgrade, Arrival arrival) {
        var address = Addresses.of(upgrade.httpRequest());
        if (!addresses.reserve(address, System.nanoTime())) {
            return rejected(429, "address");
        }
        upgrade.userData().put(ARRIVAL, arrival);
        upgrade.userData().put(ADDRESS, address);
        upgrade.userData().put(WebSocketPipe.BELOW, upgrade.httpRequest().connection());
        return CheckResult.permitUpgrade();
    }

    private Uni<CheckResult> verified(HttpUpgradeContext upgrade, String token) {
        var context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .completionStage(() -> verifier.verify(token).toCompletionStage())
                // A key that had to be fetched comes on another thread, and an upgrade must go on where it began.
                .emitOn(next -> context.runOnContext(nothing -> next.run()))
                .flatMap(pass -> permit(upgrade, new Arrival.Fresh(pass)))
                .onFailure(PassRefused.class)
                .recoverWithUni(refused -> {
                    LOG.debugf("A pass was refused: %s", refused.getMessage());
                    return rejected(401, "pass");
                })
                .onFailure()
                .recoverWithUni(failure -> rejected(503, "no-keys"));
    }

    private Uni<CheckResult> rejected(int status, String reason) {
        meters.refused(reason);
        return CheckResult.rejectUpgrade(status);
    }

    private static String header(HttpUpgradeContext upgrade) {
        return String.join(",", upgrade.httpRequest().headers().getAll("Sec-WebSocket-Protocol"));
    }
}
