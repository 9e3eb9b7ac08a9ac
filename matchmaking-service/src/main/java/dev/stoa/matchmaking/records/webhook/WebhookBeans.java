package dev.stoa.matchmaking.records.webhook;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;

/** What calls go out with. */
@ApplicationScoped
class WebhookBeans {

    private static final int MOST_CHECKS = 20;

    private final Vertx vertx;
    private final WebhookConfig config;

    WebhookBeans(Vertx vertx, WebhookConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    /** For whoever asks about a URL in advance, with threads of its own, so that calls don't wait for them. */
    @Produces
    @Singleton
    Doors doors() {
        return doors("webhook-checks", MOST_CHECKS);
    }

    private Doors doors(String name, int threads) {
        List<Network> allowed = config.allowedNetworks().orElse(List.of()).stream()
                .map(Network::of)
                .toList();
        return new Doors(names(name, threads), new Addresses(allowed));
    }

    /** Threads, because the system's resolver blocks; so many that a name server that does not answer holds up nobody else. */
    private Names names(String name, int most) {
        WorkerExecutor threads = vertx.createSharedWorkerExecutor(name, most);
        return host -> Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
                        .toCompletionStage());
    }

    @Produces
    @Singleton
    Sender sender() {
        Doors own = doors("webhook-names", config.atOnce());
        return new Sender(vertx, vertx.createHttpClient(options(config)), own, config);
    }

    /** Certificates are checked against the host's name, as is usual. */
    static HttpClientOptions options(WebhookConfig config) {
        return new HttpClientOptions()
                .setMaxPoolSize(config.atOncePerWebhook() * config.mostPerIntegrator())
                .setMaxHeaderSize(16 * 1024)
                .setKeepAliveTimeout(30)
                .setVerifyHost(true);
    }
}
