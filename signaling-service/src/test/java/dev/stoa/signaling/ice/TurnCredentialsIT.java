package dev.stoa.signaling.ice;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.protocol.IceServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real coturn lets in whoever signaling-service gave a credential to, and nobody else. */
class TurnCredentialsIT {

    private static final int ENOUGH = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void aCredentialLetsInOverUdpAndTcp() {
        try (var coturn = Coturn.plain("north")) {
            var credential = credential("north", Instant.now());

            assertEquals(TurnClient.OK, overUdp(coturn, credential));
            assertEquals(TurnClient.OK, overTcp(coturn, credential));
        }
    }

    @Test
    void expiredAndForgedCredentialsAreRefused() {
        try (var coturn = Coturn.plain("north")) {
            var good = credential("north", Instant.now());
            var expired = credential("north", Instant.now().minusSeconds(602));
            var foreign = credential("south", Instant.now());
            var prolonged = new IceServer(good.urls(), "9999999999:ada", good.credential());
            var renamed = new IceServer(good.urls(), good.username() + "x", good.credential());

            for (var bad : new IceServer[] {expired, foreign, prolonged, renamed}) {
                assertEquals(TurnClient.UNAUTHORIZED, overUdp(coturn, bad), bad.username());
                assertEquals(TurnClient.UNAUTHORIZED, overTcp(coturn, bad), bad.username());
            }
            assertEquals(TurnClient.OK, overUdp(coturn, good));
        }
    }

    @Test
    void aSecretIsChangedUnderLoadAndNobodyIsRefused() throws Exception {
        var file = write("old");
        var config =
                IceSettings.of(Map.of("stoa.ice.turn-urls", "turn:a", "stoa.ice.turn-secret-file", file.toString()));
        var secret = new TurnSecret(config);
        var servers = new IceServers(config, secret);

        try (var coturn = Coturn.plain("old", "new");
                var load = new TurnLoad(
                        coturn.port(), servers, () -> secret.current().orElseThrow())) {
            await().atMost(PATIENCE).until(() -> load.has(ENOUGH, "old 0"));
            write("new");
            secret.reread();
            await().atMost(PATIENCE).until(() -> load.has(ENOUGH, "new 0"));

            assertEquals(Set.of("old 0", "new 0"), load.answers().keySet());
        }

        try (var coturn = Coturn.plain("new")) {
            assertEquals(TurnClient.OK, overUdp(coturn, servers.of("ada").getFirst()));
            assertEquals(TurnClient.UNAUTHORIZED, overUdp(coturn, credential("old", Instant.now())));
        }
    }

    private static IceServer credential(String secret, Instant at) {
        var settings = Map.of("stoa.ice.turn-urls", "turn:a", "stoa.ice.turn-secret", secret);
        return IceSettings.servers(settings).of("ada", at).getFirst();
    }

    private static int overUdp(Coturn coturn, IceServer credential) {
        try (var client = TurnClient.overUdp(coturn.port(), credential)) {
            return client.allocate();
        }
    }

    private static int overTcp(Coturn coturn, IceServer credential) {
        try (var client = TurnClient.overTcp(coturn.port(), credential)) {
            return client.allocate();
        }
    }

    private Path write(String secret) throws IOException {
        var fresh = Files.writeString(folder.resolve("fresh"), secret + "\n");
        var file = Files.move(fresh, folder.resolve("secret"), StandardCopyOption.ATOMIC_MOVE);
        assertTrue(Files.exists(file));
        return file;
    }
}
