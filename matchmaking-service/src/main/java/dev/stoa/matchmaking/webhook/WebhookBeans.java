package dev.stoa.matchmaking.webhook;

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

    private final Vertx vertx;
    private final WebhookConfig config;

    WebhookBeans(Vertx vertx, WebhookConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    @Produces
    @Singleton
    Doors doors() {
        List<Network> allowed = config.allowedNetworks().orElse(List.of()).stream()
                .map(Network::of)
                .toList();
        return new Doors(names(), new Addresses(allowed));
    }

    /** A thread for each attempt, so that a name server that does not answer holds up nobody else. */
    private Names names() {
        WorkerExecutor threads = vertx.createSharedWorkerExecutor("webhook-names", config.atOnce());
        return host -> Uni.createFrom()
                .completionStage(() -> threads.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
                        .toCompletionStage());
    }

    @Produces
    @Singleton
    Sender sender(Doors doors) {
        return new Sender(vertx, vertx.createHttpClient(options(config)), doors, config);
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
