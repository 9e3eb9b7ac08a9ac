package dev.stoa.matchmaking.records.webhook;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Calls a webhook once. Redirects are not followed, and of an answer nothing but its status counts. */
final class Sender {

    private static final int MOST_READ = 16 * 1024;
    private static final long LONGEST_BODY_MS = 5_000;
    private static final String AGENT = "Stoa-Webhooks/1";

    private final Vertx vertx;
    private final HttpClient client;
    private final Doors doors;
    private final WebhookConfig config;

    Sender(Vertx vertx, HttpClient client, Doors doors, WebhookConfig config) {
        this.vertx = vertx;
        this.client = client;
        this.doors = doors;
        this.config = config;
    }

    /** Calls, and says how that went; it never fails. */
    Uni<Attempt> send(String url, Message message) {
        return Uni.createFrom().deferred(() -> {
            long start = System.nanoTime();
            Call call = new Call();
            return Uni.createFrom()
                    .deferred(() -> begin(url, message, call))
                    .ifNoItem()
                    .after(config.timeout())
                    .fail()
                    .map(response -> Attempt.answered(response.statusCode(), since(start), retryAfter(response)))
                    .onFailure()
                    .invoke(call::end)
                    .onFailure()
                    .recoverWithItem(failure -> Attempt.failed(reason(failure), since(start)));
        });
    }

    private Uni<HttpClientResponse> begin(String url, Message message, Call call) {
        Target target = Target.of(url, config.allowHttp()).orElseThrow(Doors.Refused::new);
        return doors.find(target)
                .flatMap(address -> Uni.createFrom()
                        .completionStage(() -> client.request(options(target, address))
                                .compose(request -> {
                                    call.begin(request);
                                    return write(request, target, message);
                                })
                                .onSuccess(response -> discard(response, call))
                                .toCompletionStage()));
    }

    /** The name is only used for the Host header and to check the certificate; the connection goes to the address. */
    private RequestOptions options(Target target, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, target.port())))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .setFollowRedirects(false)
                .setConnectTimeout(config.timeout().toMillis())
                .setIdleTimeout(config.timeout().toMillis());
    }

    private static Future<HttpClientResponse> write(HttpClientRequest request, Target target, Message message) {
        long now = Instant.now().getEpochSecond();
        return request.putHeader("Host", target.authority())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", AGENT)
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", String.valueOf(now))
                .putHeader("webhook-signature", Signature.header(message.id(), now, message.body(), message.secrets()))
                .send(message.body());
    }

    /** Reads a little, so that the connection can be used again, and no more. */
    private void discard(HttpClientResponse response, Call call) {
        AtomicLong read = new AtomicLong();
        long timer = vertx.setTimer(LONGEST_BODY_MS, ignored -> call.end());
        response.exceptionHandler(ignored -> vertx.cancelTimer(timer));
        response.endHandler(ignored -> vertx.cancelTimer(timer));
        response.handler(piece -> {
            if (read.addAndGet(piece.length()) > MOST_READ) {
                call.end();
            }
        });
    }

    /** A request that may have to be given up, maybe even before it is there. */
    private static final class Call {

        private @Nullable HttpClientRequest request;
        private boolean over;

        synchronized void begin(HttpClientRequest begun) {
            request = begun;
            if (over) {
                begun.reset();
                throw new IllegalStateException("The call is over");
            }
        }

        synchronized void end() {
            over = true;
            if (request != null) {
                request.reset();
            }
        }
    }

    private static Optional<Duration> retryAfter(HttpClientResponse response) {
        return RetryAfter.in(response.statusCode(), response.getHeader("Retry-After"), Instant.now());
    }

    private static long since(long start) {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** Says no more than the integrator could find out by itself. */
    private static String reason(Throwable failure) {
        return switch (failure) {
            case Doors.Refused refused -> "address-not-public";
            case TimeoutException late -> "timeout";
            case SSLException untrusted -> "tls";
            case ConnectException refused -> "connection";
            default -> failure.getCause() instanceof SSLException ? "tls" : "connection";
        };
    }
}
