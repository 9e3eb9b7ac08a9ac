package dev.stoa.signaling.rig;

import dev.stoa.signaling.cluster.Secrets;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a component test needs to stand before the service: passes, its port, its Redis. */
@Dependent
public class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Inject
    @ConfigProperty(name = "test.pass-key")
    String key;

    @Inject
    @ConfigProperty(name = "stoa.redis.url")
    String redisUrl;

    /** The name of a room that no other test has. */
    public static String newRoom() {
        return Secrets.base62(22);
    }

    public int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", int.class);
    }

    /** What the management interface answers: the status, a line break, the body. */
    public String ask(String path) {
        var port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", int.class);
        return ask(port, path);
    }

    public static String ask(int managementPort, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path))
                .timeout(PATIENCE)
                .build();
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() + "\n" + response.body();
        } catch (IOException e) {
            return "0\n" + e;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public PassPrinter printer() {
        return PassPrinter.of(key);
    }

    public TestRedis redis() {
        return new TestRedis(redisUrl);
    }

    public TestPeer join(String room, String peer) {
        return TestPeer.join(port(), printer().pass(room, peer));
    }
}
