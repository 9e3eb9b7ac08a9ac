package dev.stoa.localstack.origin;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Passes a request on and its answer back, byte for byte as they come. Errors on the way become problem details. */
final class Hop implements ProxyInterceptor {
    /** For the head of the answer; a body, such as an event stream, may last as long as it likes. */
    private static final int HEAD_SECONDS = 60;

    private static final String SENT = "sent";

    private final Backend backend;
    private final HttpProxy proxy;

    Hop(Backend backend, Upstream upstream, HttpClient client) {
        this.backend = backend;
        this.proxy = HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                .origin(context ->
                        upstream.request(client, new RequestOptions()).onSuccess(request -> context.set(SENT, request)))
                .addInterceptor(this);
    }

    void handle(HttpServerRequest request) {
        proxy.handle(request);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().timeout(HEAD_SECONDS, TimeUnit.SECONDS).recover(failure -> {
            var sent = context.get(SENT, HttpClientRequest.class);
            if (sent != null) sent.reset();
            return Future.succeededFuture(answer(context, problem(sent, failure)));
        });
    }

    private Problem problem(@Nullable HttpClientRequest sent, Throwable failure) {
        if (sent == null) return Problem.unavailable(backend);
        return failure instanceof TimeoutException ? Problem.tooSlow(backend) : Problem.brokenOff(backend);
    }

    private static ProxyResponse answer(ProxyContext context, Problem problem) {
        var request = context.request();
        var path = request.proxiedRequest().path();
        var response = request.release()
                .response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .setBody(Body.body(Buffer.buffer(problem.json(path))));
        return problem.status() == 503 ? response.putHeader("Retry-After", "2") : response;
    }
}
