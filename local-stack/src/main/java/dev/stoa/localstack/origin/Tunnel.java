package dev.stoa.localstack.origin;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.TimeUnit;

/**
 * Passes a WebSocket on: the handshake as a request, then the bytes of both directions, each only as fast as its
 * receiver takes them, so that a slow browser is noticed by the service and not hidden by a growing buffer here.
 */
final class Tunnel {
    private static final int HANDSHAKE_SECONDS = 10;

    private final Backend backend;
    private final Upstream upstream;
    private final HttpClient client;

    Tunnel(Backend backend, Upstream upstream, HttpClient client) {
        this.backend = backend;
        this.upstream = upstream;
        this.client = client;
    }

    static boolean isUpgrade(HttpServerRequest request) {
        return request.method().equals(HttpMethod.GET) && "websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    void open(HttpServerRequest request) {
        request.pause();
        var options = new RequestOptions().setMethod(HttpMethod.GET).setURI(request.uri());
        upstream.request(client, options)
                .onFailure(down -> Problem.unavailable(backend).answer(request))
                .onSuccess(hop -> shakeHands(request, hop)
                        .onSuccess(answer -> conclude(request, answer))
                        .onFailure(broken -> {
                            hop.reset();
                            Problem.brokenOff(backend).answer(request);
                        }));
    }

    private static Future<HttpClientResponse> shakeHands(HttpServerRequest request, HttpClientRequest hop) {
        request.headers().forEach(header -> {
            if (!header.getKey().equalsIgnoreCase("Host")) hop.headers().add(header.getKey(), header.getValue());
        });
        // Firefox sends "keep-alive, Upgrade"; the hop behind is ours and only ever upgraded.
        hop.headers().set("Connection", "Upgrade");
        return hop.connect().timeout(HANDSHAKE_SECONDS, TimeUnit.SECONDS);
    }

    private void conclude(HttpServerRequest request, HttpClientResponse answer) {
        if (answer.statusCode() != 101) {
            refuse(request, answer);
            return;
        }
        // A socket that breaks ends the pipes below; nothing else is to be done about it.
        answer.exceptionHandler(broken -> {});
        answer.request().exceptionHandler(broken -> {});
        var inside = answer.netSocket();
        inside.pause();
        var response = request.response().setStatusCode(101);
        response.headers().addAll(answer.headers());
        request.toNetSocket().onFailure(gone -> inside.close()).onSuccess(outside -> {
            outside.exceptionHandler(broken -> {});
            inside.exceptionHandler(broken -> {});
            outside.pipeTo(inside).onComplete(end -> inside.close());
            inside.pipeTo(outside).onComplete(end -> outside.close());
        });
    }

    private void refuse(HttpServerRequest request, HttpClientResponse answer) {
        answer.body().otherwise(Buffer.buffer()).onSuccess(body -> {
            var response = request.response().setStatusCode(answer.statusCode());
            var type = answer.getHeader("Content-Type");
            if (type != null) response.putHeader("Content-Type", type);
            response.end(body);
        });
    }
}
