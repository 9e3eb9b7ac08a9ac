package dev.stoa.matchmaking.proof;

import dev.stoa.matchmaking.rig.Instance;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The API on whichever of the instances is there, as behind a load balancer that is slow to notice. */
final class Service implements AutoCloseable {

    private static final String BASE = "/api/matchmaking/v1";
    private static final int ANSWER_WITHIN_MS = 3_000;
    private static final int ONE_DETOUR_OF = 100;

    private final List<Instance> instances;
    private final HttpClient http;
    private final HttpClient streams;

    /** @param instances may change while it is used */
    Service(Vertx vertx, List<Instance> instances) {
        this.instances = instances;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(1_000).setKeepAliveTimeout(30),
                new PoolOptions().setHttp1MaxSize(256));
        http.connectionHandler(connection -> connection.exceptionHandler(killed -> {}));
        this.streams = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(1_000),
                new PoolOptions().setHttp1MaxSize(4_096).setMaxWaitQueueSize(-1));
        streams.connectionHandler(connection -> connection.exceptionHandler(killed -> {}));
    }

    /** Asks and waits for the answer. */
    Answer ask(Account account, HttpMethod method, String path, @Nullable Map<String, ?> body) {
        RequestOptions options = options(account, method, path).setTimeout(ANSWER_WITHIN_MS);
        CompletableFuture<Answer> answer = http.request(options)
                .compose(request -> body == null
                        ? request.send()
                        : request.putHeader("Content-Type", "application/json").send(Json.write(body)))
                .compose(response -> response.body().map(bytes -> read(response.statusCode(), bytes.toString())))
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return answer.get(ANSWER_WITHIN_MS + 1_000L, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException lost) {
            return new Answer(Answer.UNKNOWN, Json.read(""));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer read(int status, String body) {
        return new Answer(status >= 500 ? Answer.UNKNOWN : status, Json.read(body.startsWith("{") ? body : ""));
    }

    /** Opens an event stream; {@code over} runs once, when it has ended or could not be opened. */
    void watch(Account account, String lastEventId, Consumer<HttpClientResponse> reader, Runnable over) {
        RequestOptions options = options(account, HttpMethod.GET, "/events").putHeader("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            options.putHeader("Last-Event-ID", lastEventId);
        }
        CompletableFuture<Boolean> ended = new CompletableFuture<>();
        ended.thenRun(over);
        streams.request(options)
                .compose(HttpClientRequest::send)
                .onFailure(failure -> ended.complete(true))
                .onSuccess(response -> {
                    response.exceptionHandler(cut -> ended.complete(true)).endHandler(end -> ended.complete(true));
                    if (response.statusCode() == 200) {
                        reader.accept(response);
                    } else {
                        ended.complete(true);
                    }
                });
    }

    private RequestOptions options(Account account, HttpMethod method, String path) {
        return new RequestOptions()
                .setMethod(method)
                .setHost("127.0.0.1")
                .setPort(any().port())
                .setURI(BASE + path)
                .putHeader("Authorization", "Bearer " + account.token());
    }

    private Instance any() {
        List<Instance> running = instances.stream().filter(Instance::runs).toList();
        boolean detour = ThreadLocalRandom.current().nextInt(ONE_DETOUR_OF) == 0;
        List<Instance> choice = running.isEmpty() || detour ? instances : running;
        return choice.get(ThreadLocalRandom.current().nextInt(choice.size()));
    }

    @Override
    public void close() {
        http.close();
        streams.close();
    }
}
