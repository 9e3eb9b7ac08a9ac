package dev.stoa.signaling.pass;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stoa.signaling.rig.KeyServer;
import dev.stoa.signaling.rig.PassPrinter;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {

    private static final String ORDER = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    private static final String ZERO = "0000000000000000000000000000000000000000000000000000000000000000";
    private static final String ONE = "0000000000000000000000000000000000000000000000000000000000000001";

    private final Vertx vertx = Vertx.vertx();
    private final KeyServer server = new KeyServer();
    private final PassPrinter printer = PassPrinter.fresh("one");
    private PassVerifier verifier;

    @BeforeEach
    void learnTheKey() {
        server.publish(printer.published());
        var config = new SmallRyeConfigBuilder()
                .withMapping(PassConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(Map.of("stoa.pass.jwks-url", server.url()))
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(PassConfig.class);
        var keys = new PassKeys(vertx, config);
        await().until(keys::known);
        verifier = new PassVerifier(keys, config);
    }

    @AfterEach
    void stop() {
        server.close();
        vertx.close();
    }

    @Test
    void theNativeLibraryIsAskedByNameOnly() {
        var found = SignatureCheck.fast();
        assumeTrue(found.isPresent(), "AWS-LC's library does not load on this system");

        Provider[] all = Security.getProviders();

        assertEquals(found.get(), all[all.length - 1]);
    }

    @Test
    void aProviderThatKnowsNoCurvesIsNotUsed() {
        assertFalse(SignatureCheck.isRight(Security.getProvider("SUN")));
        assertTrue(SignatureCheck.isRight(Security.getProvider("SunEC")));
    }

    @Test
    void whatTheKeySignedIsTaken() throws Exception {
        assertEquals("ada", verify(printer.pass("room", "ada")).peer().peer());
    }

    /** Among them the pair of zeros that some libraries have taken for the signature of everything (CVE-2022-21449). */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ZERO + ZERO,
                ZERO + ONE,
                ONE + ZERO,
                ONE + ONE,
                ORDER + ORDER,
                ONE + ORDER,
                ORDER + ONE,
                "ff",
                "",
                ONE,
                ZERO + ZERO + ZERO,
            })
    void whatIsNoSignatureIsRefused(String signature) {
        var pass = printer.pass("room", "ada");
        var forged = pass.substring(0, pass.lastIndexOf('.') + 1)
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(HexFormat.of().parseHex(signature));

        var failure = assertThrows(ExecutionException.class, () -> verify(forged));

        assertInstanceOf(PassRefused.class, failure.getCause());
    }

    private Pass verify(String token) throws Exception {
        return verifier.verify(token).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }
}
