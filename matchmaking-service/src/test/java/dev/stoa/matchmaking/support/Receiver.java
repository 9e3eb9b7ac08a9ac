package dev.stoa.matchmaking.support;

import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An integrator's HTTP server that is called, and remembers what came. */
public final class Receiver implements AutoCloseable {

    /** What came, as it came. */
    public record Call(String id, String timestamp, String signatures, String body) {

        /** The body. */
        public JsonPath json() {
            return JsonPath.from(body);
        }

        public String type() {
            return json().getString("type");
        }

        /** Checks the signatures as a receiver does, and says how many of them are by this secret. */
        public long signaturesBy(String secret) {
            byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                byte[] expected = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                return List.of(signatures.split(" ")).stream()
                        .filter(each -> each.startsWith("v1,"))
                        .filter(each -> MessageDigest.isEqual(
                                expected, Base64.getDecoder().decode(each.substring("v1,".length()))))
                        .count();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile BiConsumer<HttpServerRequest, Call> answer =
            (request, call) -> request.response().setStatusCode(204).end();

    /** One that takes everything. */
    public Receiver() {
        this(new HttpServerOptions());
    }

    /** One with these options. */
    public Receiver(HttpServerOptions options) {
        server = wait(vertx.createHttpServer(options)
                .requestHandler(request -> request.body().onSuccess(body -> {
                    Call call = new Call(
                            request.getHeader("webhook-id"),
                            request.getHeader("webhook-timestamp"),
                            request.getHeader("webhook-signature"),
                            body.toString());
                    calls.add(call);
                    answer.accept(request, call);
                }))
                .listen(0, "127.0.0.1"));
    }

    /** Answers like this from now on. */
    public Receiver answering(BiConsumer<HttpServerRequest, Call> how) {
        answer = how;
        return this;
    }

    /** Answers with this status from now on. */
    public Receiver answering(int status) {
        return answering(
                (request, call) -> request.response().setStatusCode(status).end());
    }

    public int port() {
        return server.actualPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook?of=school";
    }

    /** All that came, oldest first. */
    public List<Call> calls() {
        return calls;
    }

    /** Types of what came. */
    public List<String> types() {
        return calls.stream().map(Call::type).toList();
    }

    private static <T> T wait(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        wait(vertx.close());
    }
}
