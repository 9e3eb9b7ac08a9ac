package dev.stoa.matchmaking.api.account;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Reports whether the OIDC provider can be reached. The service is ready without it: it knows its keys for a while. */
@Readiness
@ApplicationScoped
class ProviderHealth implements AsyncHealthCheck {

    private static final int TIMEOUT_MS = 1_000;

    private final HttpClient http;
    private final String discovery;

    ProviderHealth(Vertx vertx, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String issuer) {
        this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MS));
        this.discovery = issuer + "/.well-known/openid-configuration";
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(discovery)
                .setTimeout(TIMEOUT_MS);
        return Uni.createFrom()
                .completionStage(() -> http.request(request)
                        .flatMap(sent -> sent.send())
                        .map(answer -> answer.statusCode() == 200)
                        .toCompletionStage())
                .onFailure()
                .recoverWithItem(false)
                .map(reachable -> HealthCheckResponse.named("OIDC provider (not needed to be ready)")
                        .up()
                        .withData("reachable", reachable)
                        .build());
    }
}
