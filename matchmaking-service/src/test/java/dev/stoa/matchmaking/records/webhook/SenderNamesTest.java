package dev.stoa.matchmaking.records.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.Receiver;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that lead where they should not. */
class SenderNamesTest {

    private static final Message MESSAGE = new Message("evt_1", "{\"type\":\"ping\"}", List.of(Secret.next()));
    private static final String PUBLIC = "93.184.216.34";

    private final Vertx vertx = Vertx.vertx();
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        receiver.close();
        vertx.close();
    }

    @Test
    void theConnectionGoesToTheAddressThatWasChecked() {
        Attempt attempt = send("http://no-such-host.invalid:" + receiver.port() + "/hook");

        assertTrue(attempt.delivered());
    }

    @Test
    void aNameThatLeadsElsewhereTheSecondTimeIsRefused() {
        Queue<String> answers = new ArrayDeque<>(List.of(PUBLIC, "127.0.0.1"));
        Names rebinding = host -> Uni.createFrom().item(() -> List.of(address(answers.remove())));
        Doors doors = new Doors(rebinding, new Addresses(List.of()));
        Target target = Target.of(receiver.url().replace("127.0.0.1", "rebind.example"), true)
                .orElseThrow();
        assertEquals(address(PUBLIC), WebhookWorld.done(doors.find(target)));

        Attempt attempt = send(sender(doors), receiver.url().replace("127.0.0.1", "rebind.example"));

        assertEquals("address-not-public", attempt.error());
        assertTrue(receiver.calls().isEmpty());
    }

    @Test
    void oneAddressThatIsNotPublicIsEnoughToRefuse() {
        Names both = host -> Uni.createFrom().item(() -> List.of(address(PUBLIC), address("10.0.0.1")));

        Attempt attempt = send(sender(new Doors(both, new Addresses(List.of()))), "http://two.example:8080/");

        assertEquals("address-not-public", attempt.error());
    }

    @Test
    void aNameServerThatNeverAnswersIsGivenUp() {
        Names silent = host -> Uni.createFrom().nothing();

        assertEquals(
                "timeout",
                send(impatient(new Doors(silent, new Addresses(List.of()))), receiver.url())
                        .error());
    }

    @Test
    void certificatesAreCheckedAgainstTheNameInTheUrl(@TempDir Path directory) throws Exception {
        Path keys = keys(directory, "school.example");
        PfxOptions pfx = new PfxOptions().setPath(keys.toString()).setPassword("password");
        WebhookConfig config = WebhookWorld.config();
        Sender trusting = new Sender(
                vertx, vertx.createHttpClient(WebhookBeans.options(config).setTrustOptions(pfx)), loopback(), config);
        try (Receiver tls = new Receiver(new HttpServerOptions().setSsl(true).setKeyCertOptions(pfx))) {
            assertTrue(
                    send(trusting, "https://school.example:" + tls.port() + "/").delivered());
            assertEquals(
                    "tls",
                    send(trusting, "https://club.example:" + tls.port() + "/").error());
            assertEquals(
                    "tls", send("https://school.example:" + tls.port() + "/").error());
            assertEquals(1, tls.calls().size());
        }
    }

    private static Path keys(Path directory, String host) throws IOException, InterruptedException {
        Path file = directory.resolve("keys.p12");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "key",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + host,
                        "-ext",
                        "san=dns:" + host,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "password",
                        "-keystore",
                        file.toString())
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return file;
    }

    private Attempt send(String url) {
        return send(sender(loopback()), url);
    }

    private static Attempt send(Sender sender, String url) {
        return WebhookWorld.done(sender.send(url, MESSAGE));
    }

    private Sender sender(Doors doors) {
        return sender(doors, WebhookWorld.config());
    }

    private Sender impatient(Doors doors) {
        return sender(doors, WebhookWorld.config("timeout", "1s"));
    }

    private Sender sender(Doors doors, WebhookConfig config) {
        return new Sender(vertx, vertx.createHttpClient(WebhookBeans.options(config)), doors, config);
    }

    private static Doors loopback() {
        return new Doors(
                host -> Uni.createFrom().item(() -> List.of(address("127.0.0.1"))),
                new Addresses(List.of(Network.of("127.0.0.0/8"))));
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
