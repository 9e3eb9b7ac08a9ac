package dev.stoa.matchmaking.api.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.api.seal.Seal;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;

/** The answers that are remembered in Redis, for all instances. */
@ApplicationScoped
class Answers {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    /** No JSON begins like this. */
    private static final String SEALED = "sealed:";

    private final Steps steps;
    private final ObjectMapper mapper;
    private final IdempotencyConfig config;
    private final Seal seal;

    Answers(Steps steps, ObjectMapper mapper, IdempotencyConfig config, Seal seal) {
        this.seal = seal;
        this.steps = steps;
        this.mapper = mapper;
        this.config = config;
    }

    /**
     * Whether the request is to be done, or what an equal one was answered. Waits while an equal one is being done: for a
     * while, then it fails with a 409 problem.
     */
    Uni<Beginning> before(Attempt attempt) {
        return before(attempt, System.nanoTime() + config.patience().toNanos(), FIRST_PAUSE);
    }

    private Uni<Beginning> before(Attempt attempt, long deadline, Duration pause) {
        return steps.take(
                        Step.BEGIN_REQUEST,
                        attempt.key(),
                        attempt.fingerprint(),
                        attempt.claim(),
                        config.longestRequest().toMillis(),
                        config.kept().toMillis())
                .flatMap(reply -> switch (reply.outcome()) {
                    case OK -> Uni.createFrom().item(new Beginning.ToDo(reply.text()));
                    case EXISTS -> Uni.createFrom().item(new Beginning.Done(opened(attempt, reply.as(Answer.class))));
                    case CONFLICT -> throw reused();
                    case BUSY -> {
                        if (System.nanoTime() - deadline > 0) {
                            throw inFlight();
                        }
                        yield Uni.createFrom()
                                .voidItem()
                                .onItem()
                                .delayIt()
                                .by(pause)
                                .chain(() -> before(attempt, deadline, longer(pause)));
                    }
                    default -> throw new IllegalStateException("Unexpected " + reply.outcome());
                });
    }

    /** Remembers the answer, unless another try has taken over meanwhile. */
    Uni<Void> remember(Attempt attempt, Answer answer) {
        return end(attempt, json(sealed(attempt, answer)));
    }

    /** Answers can hold what opens doors: secrets of webhooks, join links. */
    private Answer sealed(Attempt attempt, Answer answer) {
        String body = answer.body();
        return body == null || !seal.available()
                ? answer
                : new Answer(answer.status(), answer.headers(), SEALED + seal.close(attempt.key(), body));
    }

    private Answer opened(Attempt attempt, Answer answer) {
        String body = answer.body();
        if (body == null || !body.startsWith(SEALED)) {
            return answer;
        }
        String plain = seal.open(attempt.key(), body.substring(SEALED.length()))
                .orElseThrow(() -> new IllegalStateException("An answer was sealed with another key"));
        return new Answer(answer.status(), answer.headers(), plain);
    }

    /** Lets the same request be tried again. */
    Uni<Void> forget(Attempt attempt) {
        return end(attempt, "");
    }

    private Uni<Void> end(Attempt attempt, String answer) {
        Uni<Reply> ended = steps.take(
                Step.END_REQUEST,
                attempt.key(),
                attempt.claim(),
                answer,
                config.kept().toMillis());
        return ended.replaceWithVoid();
    }

    private static Duration longer(Duration pause) {
        Duration next = pause.multipliedBy(2);
        return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
    }

    private static RuntimeException reused() {
        return Problems.of(
                        422,
                        "idempotency-key-reused",
                        "The Idempotency-Key was used before",
                        "It came with another request, method, path or body: send a new key with every new request.")
                .build();
    }

    private static RuntimeException inFlight() {
        return Problems.of(
                        409,
                        "request-in-flight",
                        "The same request is still being done",
                        "Send it again with the same Idempotency-Key after Retry-After seconds to get its answer.")
                .withHeader(HttpHeaders.RETRY_AFTER, "1")
                .build();
    }

    private String json(Answer answer) {
        try {
            return mapper.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
