package dev.stoa.matchmaking.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.contract.ApiDocument.Operation;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What holds for many operations, the OpenAPI document says of each of them. */
class ConventionsTest {

    private final ApiDocument api = ApiDocument.read();

    @Test
    void everyPostCanBeSentAgain() {
        TreeMap<String, Set<String>> missing = new TreeMap<>();
        for (Operation operation : api.operations()) {
            if (!operation.method().equals("POST")) {
                continue;
            }
            Set<String> wrong = new TreeSet<>(responsesMissing(operation, List.of(400, 409, 422)));
            if (!headersTaken(operation).contains("Idempotency-Key")) {
                wrong.add("Idempotency-Key");
            }
            if (!said(operation, 409).contains("`/problems/request-in-flight`")) {
                wrong.add("request-in-flight");
            }
            wrong.addAll(headersMissing(operation, Set.of("Idempotent-Replayed")));
            note(operation, wrong, missing);
        }
        assertEquals(new TreeMap<>(), missing);
    }

    @Test
    void whateverNeedsATokenIsLimited() {
        TreeMap<String, Set<String>> missing = new TreeMap<>();
        for (Operation operation : api.operations()) {
            if (api.response(operation, 401).isMissingNode()) {
                continue;
            }
            Set<String> wrong = new TreeSet<>(responsesMissing(operation, List.of(403, 429)));
            wrong.addAll(headersMissing(operation, Set.of("RateLimit", "RateLimit-Policy")));
            note(operation, wrong, missing);
        }
        assertEquals(new TreeMap<>(), missing);
    }

    private static void note(Operation operation, Set<String> wrong, TreeMap<String, Set<String>> missing) {
        if (!wrong.isEmpty()) {
            missing.put(operation.id(), wrong);
        }
    }

    private Set<String> responsesMissing(Operation operation, List<Integer> statuses) {
        return statuses.stream()
                .filter(status -> said(operation, status).isEmpty())
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    private String said(Operation operation, int status) {
        return api.response(operation, status).path("description").asText();
    }

    private Set<String> headersTaken(Operation operation) {
        return StreamSupport.stream(operation.node().path("parameters").spliterator(), false)
                .map(api::followed)
                .filter(parameter -> parameter.get("in").asText().equals("header"))
                .map(parameter -> parameter.get("name").asText())
                .collect(Collectors.toSet());
    }

    /** Those that the answer of success does not have, or that lead nowhere. */
    private Set<String> headersMissing(Operation operation, Set<String> names) {
        JsonNode headers = api.response(operation, api.success(operation)).path("headers");
        return names.stream()
                .filter(name -> !api.followed(headers.path(name)).has("description"))
                .collect(Collectors.toSet());
    }
}
