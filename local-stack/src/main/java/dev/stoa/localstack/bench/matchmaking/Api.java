package dev.stoa.localstack.bench.matchmaking;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.parsetools.RecordParser;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The service's API as browsers use it; all of an account's calls go to one of the instances. */
final class Api implements AutoCloseable {
    private static final String BASE = "/api/matchmaking/v1";
    private static final int CONNECTIONS = 128;

    private final List<Integer> ports;
    private final HttpClient calls;
    private final HttpClient streams;

    Api(Vertx vertx, List<Integer> ports) {
        this.ports = List.copyOf(ports);
        calls = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        streams = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(100_000));
    }

    /** Calls; fails unless the answer is a success. */
    Future<JsonObject> call(Account account, HttpMethod method, String path, @Nullable JsonObject body) {
        return calls.request(options(account, method, path))
                .compose(request -> body == null
                        ? request.send()
                        : request.putHeader("Content-Type", "application/json").send(body.toBuffer()))
                .compose(response -> response.body()
                        .compose(bytes -> response.statusCode() < 300
                                ? Future.succeededFuture(bytes.length() == 0 ? new JsonObject() : bytes.toJsonObject())
                                : Future.failedFuture(new Refused(
                                        response.statusCode(),
                                        method + " " + path + ": " + response.statusCode() + " " + bytes))));
    }

    /** An answer that is no success. */
    static final class Refused extends RuntimeException {
        private final int status;

        Refused(int status, String message) {
            super(message, null, false, false);
            this.status = status;
        }

        /** Whether the same would be refused again: neither too much at once nor a service that is away. */
        boolean isFinal() {
            return status < 500 && status != 429;
        }
    }

    /** Opens the account's event stream; completes once it tells where the account stands. */
    Future<Void> watch(Account account, BiConsumer<String, JsonObject> listener) {
        var reader = new Reader(listener);
        return streams.request(options(account, HttpMethod.GET, "/events"))
                .compose(HttpClientRequest::send)
                .compose(response -> {
                    response.handler(RecordParser.newDelimited("\n", reader::line));
                    return response.statusCode() == 200
                            ? Future.succeededFuture()
                            : Future.failedFuture("events: " + response.statusCode());
                });
    }

    private RequestOptions options(Account account, HttpMethod method, String path) {
        return new RequestOptions()
                .setMethod(method)
                .setHost("127.0.0.1")
                .setPort(ports.get(account.number() % ports.size()))
                .setURI(BASE + path)
                .putHeader("Authorization", "Bearer " + account.token());
    }

    /** The lines of one event after the other. */
    private static final class Reader {
        private final BiConsumer<String, JsonObject> listener;
        private String type = "";

        Reader(BiConsumer<String, JsonObject> listener) {
            this.listener = listener;
        }

        void line(Buffer buffer) {
            var line = buffer.toString();
            var value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("event:")) type = value;
            else if (line.startsWith("data:") && value.startsWith("{")) listener.accept(type, new JsonObject(value));
        }
    }

    @Override
    public void close() {
        calls.close();
        streams.close();
    }
}
