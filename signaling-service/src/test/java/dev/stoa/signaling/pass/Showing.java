package dev.stoa.signaling.pass;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.rig.KeyServer;
import dev.stoa.signaling.rig.PassPrinter;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** Shows passes to a verifier that knows the key of one printer, and checks that it is never at a loss. */
final class Showing {

    private static final int LONGEST_TOKEN = 4_096;
    private static final int LONGEST_REFUSAL = 1_024;

    private final PassVerifier verifier;

    Showing(PassPrinter printer) {
        var server = new KeyServer();
        server.publish(printer.published());
        // Passes that are good until the year 2100, so that they can be written down.
        var config = new SmallRyeConfigBuilder()
                .withMapping(PassConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(Map.of(
                        "stoa.pass.jwks-url", server.url(),
                        "stoa.pass.refresh-at-most", "1h",
                        "stoa.pass.longest-life", "876000h"))
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(PassConfig.class);
        var keys = new PassKeys(Vertx.vertx(), config);
        Awaitility.await().until(keys::known);
        verifier = new PassVerifier(keys, config);
    }

    /** It is a pass within its bounds, or is refused for a reason that fits into the log. */
    void show(String token) {
        try {
            var pass = verifier.verify(token)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            assertTrue(token.length() <= LONGEST_TOKEN);
            assertTrue(pass.peer().name().length() <= 100, pass.peer().name());
            assertTrue(pass.room().matches("[A-Za-z0-9_-]{1,64}"), pass.room());
            assertTrue(
                    pass.peer().peer().matches("[A-Za-z0-9_-]{1,64}"),
                    pass.peer().peer());
        } catch (ExecutionException e) {
            var refused = assertInstanceOf(PassRefused.class, e.getCause(), token);
            assertTrue(refused.getMessage().length() <= LONGEST_REFUSAL, refused.getMessage());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("no answer: " + token, e);
        }
    }
}
