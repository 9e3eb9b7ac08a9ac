package dev.stoa.signaling.socket;

import dev.stoa.signaling.pass.Pass;
import dev.stoa.signaling.pass.PassRefused;
import dev.stoa.signaling.pass.PassVerifier;
import dev.stoa.signaling.watch.Meters;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Only who shows a good room pass may connect. The pass comes as a subprotocol, so that no URL and no log has it. */
@Singleton
@Priority(1)
class PassCheck implements HttpUpgradeCheck {

    static final UserData.TypedKey<Pass> PASS = new UserData.TypedKey<>("pass");

    private static final Logger LOG = Logger.getLogger(PassCheck.class);
    private static final String PROTOCOL = "stoa.v1";
    private static final String PASS_PREFIX = "stoa.pass.";

    private final PassVerifier verifier;
    private final Drain drain;
    private final Meters meters;
    private final Vertx vertx;

    PassCheck(PassVerifier verifier, Drain drain, Meters meters, Vertx vertx) {
        this.verifier = verifier;
        this.drain = drain;
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
        if (!offered.contains(PROTOCOL)) {
            return rejected(400, "protocol");
        }
        return token(offered).map(token -> verified(upgrade, token)).orElseGet(() -> rejected(401, "pass"));
    }

    private Uni<CheckResult> verified(HttpUpgradeContext upgrade, String token) {
        var context = vertx.getOrCreateContext();
        return Uni.createFrom()
                .completionStage(() -> verifier.verify(token).toCompletionStage())
                // A key that had to be fetched comes on another thread, and an upgrade must go on where it began.
                .emitOn(next -> context.runOnContext(nothing -> next.run()))
                .map(pass -> {
                    upgrade.userData().put(PASS, pass);
                    upgrade.userData()
                            .put(Socket.CONNECTION, upgrade.httpRequest().connection());
                    return CheckResult.permitUpgradeSync();
                })
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

    private static Optional<String> token(List<String> offered) {
        return offered.stream()
                .filter(protocol -> protocol.startsWith(PASS_PREFIX))
                .map(protocol -> protocol.substring(PASS_PREFIX.length()))
                .findFirst();
    }

    private static String header(HttpUpgradeContext upgrade) {
        return String.join(",", upgrade.httpRequest().headers().getAll("Sec-WebSocket-Protocol"));
    }
}
