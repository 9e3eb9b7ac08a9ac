package dev.stoa.matchmaking.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.queue.DerivedId;
import dev.stoa.matchmaking.queue.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Answers a POST that was sent before as it was answered then. */
final class Idempotency {

    private static final Logger LOG = Logger.getLogger(Idempotency.class);
    private static final String ATTEMPT = Attempt.class.getName();
    private static final int AFTER_AUTHORIZATION = Priorities.AUTHORIZATION + 200;
    /** Names the answers that come from memory; this name is the most usual one. */
    private static final String REPLAYED = "Idempotent-Replayed";

    /** Malformed, unknown, not allowed, too many; or stale, which another If-Match heals. */
    private static final Set<Integer> NOT_LET_IN = Set.of(400, 401, 403, 412, 429);

    private static final List<String> KEPT = List.of(HttpHeaders.LOCATION, HttpHeaders.ETAG, HttpHeaders.CACHE_CONTROL);

    private final Answers answers;
    private final NewIds ids;
    private final Caller caller;
    private final ObjectMapper mapper;

    Idempotency(Answers answers, NewIds ids, Caller caller, ObjectMapper mapper) {
        this.answers = answers;
        this.ids = ids;
        this.caller = caller;
        this.mapper = mapper;
    }

    /** The remembered answer, or nothing to let the request through. */
    @ServerRequestFilter(priority = AFTER_AUTHORIZATION, readBody = true)
    public Uni<@Nullable Response> before(ContainerRequestContext request, HttpServerRequest raw) {
        Optional<String> key = request.getMethod().equals(HttpMethod.POST)
                ? IdempotencyKey.of(request.getHeaders().getOrDefault(IdempotencyKey.HEADER, List.of()))
                : Optional.empty();
        if (key.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        String name = DerivedId.of(caller.account() + "\n" + key.get());
        return fingerprint(request, raw).flatMap(print -> {
            Attempt attempt = new Attempt(name, print, Ids.next(""));
            return answers.before(attempt).map(beginning -> switch (beginning) {
                case Beginning.Done done -> replayed(done.answer());
                case Beginning.ToDo toDo -> {
                    request.setProperty(ATTEMPT, attempt);
                    ids.follow(toDo.seed(), print);
                    yield null;
                }
            });
        });
    }

    /** Remembers what a request was answered with, if it was let through and came to an end. */
    @ServerResponseFilter
    public Uni<Void> after(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(ATTEMPT) instanceof Attempt attempt)) {
            return Uni.createFrom().voidItem();
        }
        Uni<Void> done = isFinal(response) ? answers.remember(attempt, answer(response)) : answers.forget(attempt);
        // What is done is done; a try that was not remembered is let through again later, and finds it done.
        return done.onFailure()
                .invoke(failure -> LOG.warnf("An answer could not be remembered: %s", failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }

    /** Who was not let in, or not yet, has done nothing and can come again with the same key; so can a failure be tried again. */
    private static boolean isFinal(ContainerResponseContext response) {
        int status = response.getStatus();
        boolean later = response.getHeaderString(HttpHeaders.RETRY_AFTER) != null;
        return status < 500 && !later && !NOT_LET_IN.contains(status);
    }

    private static Uni<String> fingerprint(ContainerRequestContext request, HttpServerRequest raw) {
        return body(request, raw)
                .map(body -> DerivedId.of(raw.uri() + "\n" + body.toString(StandardCharsets.ISO_8859_1)));
    }

    /** The framework has read the body only where the endpoint takes one. */
    private static Uni<Buffer> body(ContainerRequestContext request, HttpServerRequest raw) {
        if (request.getLength() <= 0) {
            return Uni.createFrom().item(Buffer.buffer());
        }
        if (!raw.isEnded()) {
            Future<Buffer> unread = raw.body();
            raw.resume();
            return Uni.createFrom().completionStage(unread.toCompletionStage());
        }
        try {
            byte[] body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
            return Uni.createFrom().item(Buffer.buffer(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer(ContainerResponseContext response) {
        Map<String, String> headers = new HashMap<>();
        for (String name : KEPT) {
            String value = response.getHeaderString(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (response.hasEntity()) {
            // An entity of the service's own gets its type only when it is written, and is then always JSON.
            MediaType type = response.getMediaType();
            headers.put(HttpHeaders.CONTENT_TYPE, type == null ? MediaType.APPLICATION_JSON : type.toString());
        }
        return new Answer(response.getStatus(), headers, json(response.getEntity()));
    }

    private @Nullable String json(@Nullable Object entity) {
        try {
            return entity == null ? null : mapper.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response replayed(Answer answer) {
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, "true");
        String body = answer.body();
        answer.headers().forEach(response::header);
        return body == null
                ? response.build()
                : response.entity(body.getBytes(StandardCharsets.UTF_8)).build();
    }
}
