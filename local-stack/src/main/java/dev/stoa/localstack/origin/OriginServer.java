package dev.stoa.localstack.origin;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The origin's HTTP server on one event loop. */
final class OriginServer extends AbstractVerticle {
    /** Keycloak's redirects carry long queries, browsers with several sessions long cookies. */
    private static final int MAX_LINE = 16 * 1024;

    private static final int MAX_HEADERS = 32 * 1024;
    /** Every open event stream holds a connection. */
    private static final int MAX_CONNECTIONS = 50_000;

    private final OriginOptions options;
    private final BooleanSupplier isOpen;
    private final Map<Backend, Hop> hops = new EnumMap<>(Backend.class);
    private final Map<Backend, Tunnel> tunnels = new EnumMap<>(Backend.class);

    /** @param isOpen whether everything behind it is ready */
    OriginServer(OriginOptions options, BooleanSupplier isOpen) {
        this.options = options;
        this.isOpen = isOpen;
    }

    @Override
    public void start(Promise<Void> started) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(MAX_CONNECTIONS)
                .setMaxHeaderSize(MAX_HEADERS)
                .setConnectTimeout(2_000)
                .setKeepAliveTimeout(20)
                .setDecompressionSupported(false));
        options.upstreams().forEach((backend, upstream) -> {
            hops.put(backend, new Hop(backend, upstream, client));
            tunnels.put(backend, new Tunnel(backend, upstream, client));
        });
        var site = new Site(vertx, options.site(), options.embedding(), isOpen);
        vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setHttp2ClearTextEnabled(false)
                        .setPort(options.port())
                        .setMaxInitialLineLength(MAX_LINE)
                        .setMaxHeaderSize(MAX_HEADERS))
                .requestHandler(request -> route(request, site))
                .listen()
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private void route(HttpServerRequest request, Site site) {
        if (!options.authority().equalsIgnoreCase(request.getHeader("Host"))) {
            sendHome(request);
            return;
        }
        switch (Route.of(request.path() == null ? "" : request.path())) {
            case Route.Hop(var backend) -> hop(request, backend);
            case Route.Page(var path) -> site.answer(request, path);
            case Route.Hidden() -> Problem.notFound().answer(request);
        }
    }

    private void hop(HttpServerRequest request, Backend backend) {
        var hop = hops.get(backend);
        var tunnel = tunnels.get(backend);
        if (hop == null || tunnel == null) {
            Problem.unavailable(backend).answer(request);
            return;
        }
        Forwarded.stamp(request, options);
        if (Tunnel.isUpgrade(request)) tunnel.open(request);
        else hop.handle(request);
    }

    /** One origin only: cookies, redirects and the sockets' origin check all depend on its name. */
    private void sendHome(HttpServerRequest request) {
        if (("127.0.0.1:" + options.port()).equals(request.getHeader("Host"))) {
            request.response()
                    .setStatusCode(308)
                    .putHeader("Location", options.uri() + request.uri())
                    .end();
        } else {
            Problem.foreignHost(options.uri().toString()).answer(request);
        }
    }
}
