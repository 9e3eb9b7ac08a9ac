package dev.stoa.localstack.origin;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.Collection;

/** Asks every instance that has a stand-in whether it is ready, so that new requests go to one that is. */
final class Probe {
    private static final int EVERY_MILLIS = 1_000;

    private Probe() {}

    static void start(Vertx vertx, Collection<Upstream> upstreams) {
        var client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(EVERY_MILLIS).setMaxPoolSize(2));
        var several = upstreams.stream()
                .filter(upstream -> upstream.targets().size() > 1)
                .toList();
        vertx.setPeriodic(
                0,
                EVERY_MILLIS,
                timer -> several.forEach(upstream -> upstream.targets().stream()
                        .filter(target -> target.managementPort() > 0)
                        .forEach(target -> ask(client, upstream, target))));
    }

    private static void ask(HttpClient client, Upstream upstream, Upstream.Target target) {
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost("127.0.0.1")
                        .setPort(target.managementPort())
                        .setURI("/q/health/ready")
                        .setTimeout(EVERY_MILLIS))
                .compose(request -> request.send())
                .compose(answer -> answer.body().map(answer.statusCode() == 200))
                .onComplete(asked -> upstream.mark(target, asked.succeeded() && asked.result()));
    }
}
