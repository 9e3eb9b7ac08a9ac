package dev.stoa.signaling.pass;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.KeyServer;
import dev.stoa.signaling.rig.PassPrinter;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PassKeysTest {

    private final Vertx vertx = Vertx.vertx();
    private final List<PassKeys> opened = new ArrayList<>();
    private final KeyServer server = new KeyServer();
    private final PassPrinter first = PassPrinter.fresh("first");
    private final PassPrinter second = PassPrinter.fresh("second");

    @AfterEach
    void stop() {
        opened.forEach(PassKeys::close);
        server.close();
        vertx.close();
    }

    @Test
    void aNewKeyIsFetchedWhenItIsFirstSeen() throws Exception {
        server.publish(first.published());
        var verifier = verifier("1ms");
        verify(verifier, first);

        server.publish(second.published(), first.published());

        assertEquals("ada", verify(verifier, second).peer().peer());
        assertEquals("ada", verify(verifier, first).peer().peer());
    }

    @Test
    void manyUnknownKeysAreOneFetch() throws Exception {
        server.publish(first.published());
        var verifier = verifier("1h");
        verify(verifier, first);

        for (var i = 0; i < 20; i++) {
            assertRefused(verifier, PassPrinter.fresh("unknown-" + i));
        }

        assertEquals(1, server.timesAsked());
    }

    @Test
    void knownKeysAreKeptWhileTheyCannotBeFetched() throws Exception {
        server.publish(first.published());
        var verifier = verifier("1ms");
        verify(verifier, first);

        server.fail();
        assertRefused(verifier, second);

        assertEquals("ada", verify(verifier, first).peer().peer());
    }

    @Test
    void aSetWithoutKeysDoesNotReplaceTheKnownOnes() throws Exception {
        server.publish(first.published());
        var verifier = verifier("1ms");
        verify(verifier, first);

        server.publish();
        assertRefused(verifier, second);

        verify(verifier, first);
    }

    @Test
    void withoutAnyKeyNobodyIsCalledAForger() {
        server.fail();
        var failure = assertThrows(ExecutionException.class, () -> verify(verifier("1ms"), first));

        assertFalse(failure.getCause() instanceof PassRefused);
    }

    @Test
    void keysThatCouldNotBeFetchedAtTheStartAreFetchedLater() {
        server.fail();
        var keys = keys(config("20ms"));
        await().until(() -> server.timesAsked() > 1);
        assertFalse(keys.known());

        server.publish(first.published());

        await().until(keys::known);
    }

    private PassVerifier verifier(String refreshAtMost) {
        var config = config(refreshAtMost);
        return new PassVerifier(keys(config), config);
    }

    private PassKeys keys(PassConfig config) {
        var keys = new PassKeys(vertx, config);
        opened.add(keys);
        return keys;
    }

    private static Pass verify(PassVerifier verifier, PassPrinter printer) throws Exception {
        return verifier.verify(printer.pass("room", "ada"))
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
    }

    private static void assertRefused(PassVerifier verifier, PassPrinter printer) {
        var failure = assertThrows(ExecutionException.class, () -> verify(verifier, printer));
        assertTrue(failure.getCause() instanceof PassRefused, failure.toString());
    }

    private PassConfig config(String refreshAtMost) {
        return new SmallRyeConfigBuilder()
                .withMapping(PassConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(
                        Map.of("stoa.pass.jwks-url", server.url(), "stoa.pass.refresh-at-most", refreshAtMost))
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(PassConfig.class);
    }
}
