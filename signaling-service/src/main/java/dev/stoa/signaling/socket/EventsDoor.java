package dev.stoa.signaling.socket;

import dev.stoa.signaling.pass.PassRefused;
import dev.stoa.signaling.pass.PassVerifier;
import dev.stoa.signaling.room.Arrival;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The way down for networks that let no WebSocket through: a stream of server-sent events. */
@Singleton
final class EventsDoor {

    private static final String PATH = "/api/signaling/v1/events";
    private static final String BEARER = "Bearer ";
    private static final Duration PING_EVERY = Duration.ofSeconds(2);

    private final Vertx vertx;
    private final PassVerifier verifier;
    private final Sockets sockets;
    private final Drain drain;
    private final Origins origins;

    EventsDoor(Vertx vertx, PassVerifier verifier, Sockets sockets, Drain drain, Origins origins) {
        this.vertx = vertx;
        this.verifier = verifier;
        this.sockets = sockets;
        this.drain = drain;
        this.origins = origins;
    }

    void register(@Observes Router router, Addresses addresses) {
        router.get(PATH).handler(context -> knock(context.request(), addresses));
    }

    private void knock(HttpServerRequest request, Addresses addresses) {
        if (!origins.allowsRequest(request)) {
            HttpProblem.FOREIGN_ORIGIN.answer(request);
        } else if (!addresses.mayKnock(Addresses.of(request), System.nanoTime())) {
            HttpProblem.TOO_MANY.answer(request);
        } else if (drain.hasBegun()) {
            HttpProblem.UNAVAILABLE.answer(request);
        } else {
            arrival(request)
                    .ifPresentOrElse(
                            arrival -> open(request, arrival, addresses),
                            () -> HttpProblem.UNAUTHORIZED.answer(request));
        }
    }

    private void open(HttpServerRequest request, Future<Arrival> credential, Addresses addresses) {
        var context = vertx.getOrCreateContext();
        credential.onComplete(done -> context.runOnContext(nothing -> {
            if (done.succeeded() && !addresses.reserve(Addresses.of(request), System.nanoTime())) {
                HttpProblem.TOO_MANY.answer(request);
            } else if (done.succeeded()) {
                stream(request, done.result());
            } else if (done.cause() instanceof PassRefused) {
                HttpProblem.UNAUTHORIZED.answer(request);
            } else {
                HttpProblem.UNAVAILABLE.answer(request);
            }
        }));
    }

    private void stream(HttpServerRequest request, Arrival arrival) {
        if (request.response().closed()) {
            return;
        }
        var pipe = new EventStreamPipe(request);
        var socket = sockets.open(pipe, arrival, Addresses.of(request)).socket();
        var pings = vertx.setPeriodic(PING_EVERY.toMillis(), timer -> {
            if (socket.isOpen()) {
                pipe.ping();
            } else {
                vertx.cancelTimer(timer);
            }
        });
        request.response().closeHandler(closed -> {
            vertx.cancelTimer(pings);
            socket.closedByPage();
        });
        request.response().exceptionHandler(failure -> socket.closedByPage());
    }

    private Optional<Future<Arrival>> arrival(HttpServerRequest request) {
        var comeback = request.getHeader("Stoa-Resume");
        if (comeback != null) {
            return Credential.comeback(comeback).map(Future::<Arrival>succeededFuture);
        }
        var authorization = request.getHeader("Authorization");
        return authorization != null && authorization.startsWith(BEARER)
                ? Optional.of(verifier.verify(authorization.substring(BEARER.length()))
                        .<Arrival>map(Arrival.Fresh::new))
                : Optional.empty();
    }
}
