package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.stoa.localstack.Stack;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hostile input through the public origin: a clear answer at every door, never a 5xx, never a stack trace. */
@ExtendWith(RunningStack.class)
class BadInputIT {
    private static final String TICKETS = "/api/matchmaking/v1/tickets";
    private static final String AVAILABILITY = "/api/matchmaking/v1/availability";
    private static final String ME = "/api/identity/v1/me";
    private static final String JSON = "application/json";
    private static final String VALID = "{\"field\":\"0613\",\"languages\":[\"en\"],\"problem\":\"x\"}";

    private record Knock(String name, String method, String path, String contentType, String body) {}

    @TestFactory
    Stream<DynamicTest> isAnsweredWithProblemDetails(Stack stack) {
        var token = stack.accounts().token("ada");
        return knocks().map(knock -> dynamicTest(knock.name, () -> {
            var response = send(stack, knock, token);

            assertThat(response.statusCode()).as(response.body()).isBetween(400, 499);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
            assertNothingLeaks(response);
            assertThat(ApiClient.JSON.readTree(response.body()).get("status").asInt())
                    .isEqualTo(response.statusCode());
        }));
    }

    private static Stream<Knock> knocks() {
        return Stream.of(
                        bodies("POST", TICKETS),
                        bodies("PUT", AVAILABILITY),
                        bodies("PUT", ME),
                        Stream.of(
                                new Knock("unknown ticket", "GET", TICKETS + "/tkt_nobody", JSON, ""),
                                new Knock("hostile ticket id", "GET", TICKETS + "/%00%2e%2e%2f%0d%0aX:y", JSON, ""),
                                new Knock("endless ticket id", "GET", TICKETS + "/" + "a".repeat(3000), JSON, ""),
                                new Knock("unknown offer", "POST", "/api/matchmaking/v1/offers/ofr_x/accept", JSON, ""),
                                new Knock("unknown match", "GET", "/api/matchmaking/v1/matches/mch_x", JSON, ""),
                                new Knock(
                                        "pass without match",
                                        "POST",
                                        "/api/matchmaking/v1/matches/mch_x/pass",
                                        JSON,
                                        "{\"nonce\":\"0123456789012345678901\"}"),
                                new Knock("wrong method", "DELETE", TICKETS, JSON, ""),
                                new Knock("unknown path", "GET", "/api/matchmaking/v1/nothing", JSON, ""),
                                new Knock("unknown identity path", "GET", "/api/identity/v1/nothing", JSON, ""),
                                new Knock("unknown field", "GET", "/api/identity/v1/fields/zzzz", JSON, ""),
                                new Knock(
                                        "endless search",
                                        "GET",
                                        "/api/identity/v1/fields?q=" + "a".repeat(500),
                                        JSON,
                                        ""),
                                new Knock("absurd limit", "GET", "/api/identity/v1/fields?limit=99999999999", JSON, ""),
                                new Knock("wrong content type", "POST", TICKETS, "text/plain", VALID),
                                new Knock("no session header", "GET", "/api/identity/v1/session", JSON, ""),
                                new Knock("service internals", "GET", "/api/signaling/v1/nothing", JSON, "")))
                .flatMap(knocks -> knocks);
    }

    private static Stream<Knock> bodies(String method, String path) {
        var deep = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
        return Stream.of(
                        "",
                        "null",
                        "[]",
                        "\"text\"",
                        "{",
                        "{\"field\":}",
                        "nul",
                        "{}",
                        deep,
                        "{\"field\":[1,2]}",
                        "{\"field\":\"9999\",\"languages\":[\"en\"],\"problem\":\"x\",\"fields\":[\"9999\"],\"displayName\":\"A\"}",
                        "{\"field\":\"0613\",\"fields\":[\"0613\"],\"languages\":[\"klingon\"],\"problem\":\"x\",\"displayName\":\"A\"}",
                        "{\"field\":\"0613\",\"fields\":[\"../..\"],\"languages\":[],\"problem\":\"\",\"displayName\":\"\"}",
                        "{\"field\":\"0613\",\"languages\":[\"en\"],\"problem\":\"" + "x".repeat(501)
                                + "\",\"fields\":\"0613\"}",
                        "{\"field\":\"0613\",\"fields\":[" + "\"0613\",".repeat(200) + "\"0613\"],\"displayName\":\""
                                + "x".repeat(70_000) + "\",\"problem\":\"" + "x".repeat(70_000) + "\"}")
                .map(body -> new Knock(
                        method + " " + path + " " + body.substring(0, Math.min(40, body.length())),
                        method,
                        path,
                        JSON,
                        body));
    }

    @TestFactory
    Stream<DynamicTest> refusesABadBearer(Stack stack) {
        var valid = stack.accounts().token("ada");
        var parts = valid.split("\\.");
        var none = "eyJhbGciOiJub25lIn0." + parts[1] + ".";
        return Stream.of(
                        "",
                        "Bearer",
                        "Bearer x",
                        "Bearer " + none,
                        "Bearer " + parts[0] + "." + parts[1] + ".AAAA",
                        "Bearer " + "x".repeat(5000),
                        "Basic YWRhOmFkYQ==",
                        "Bearer " + valid + "x")
                .flatMap(header -> Stream.of(TICKETS + "/tkt_x", ME, "/api/matchmaking/v1/events")
                        .map(path -> dynamicTest(
                                path + " with " + header.substring(0, Math.min(20, header.length())), () -> {
                                    var request = HttpRequest.newBuilder(URI.create(stack.origin() + path))
                                            .timeout(Duration.ofSeconds(30));
                                    if (!header.isEmpty()) request.header("Authorization", header);
                                    var response = ApiClient.HTTP.send(request.build(), BodyHandlers.ofString());

                                    assertThat(response.statusCode()).isEqualTo(401);
                                    assertThat(response.headers()
                                                    .firstValue("Content-Type")
                                                    .orElse(""))
                                            .startsWith("application/problem+json");
                                    assertNothingLeaks(response);
                                })));
    }

    @Test
    void answersABadLastEventIdWithAResetInsteadOfAnError(Stack stack) throws Exception {
        for (var id : List.of("nonsense", "99999999999999-0", "x".repeat(2000), "-1")) {
            var request = HttpRequest.newBuilder(URI.create(stack.origin() + "/api/matchmaking/v1/events"))
                    .header("Authorization", "Bearer " + stack.accounts().token("ada"))
                    .header("Last-Event-ID", id)
                    .build();

            var response = ApiClient.HTTP.send(request, BodyHandlers.ofInputStream());

            try (var stream = response.body()) {
                assertThat(response.statusCode()).isEqualTo(200);
                var start = new String(stream.readNBytes(40), java.nio.charset.StandardCharsets.UTF_8);
                assertThat(start).containsPattern("event: ?reset");
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> keepsTheInsideInside(Stack stack) {
        return Stream.of(
                        "/q/health",
                        "/q/metrics",
                        "/q/dev",
                        "/api/identity/../../q/health",
                        "/auth/admin/",
                        "/auth/metrics",
                        "/auth/health",
                        "/auth/admin/master/console/",
                        "/auth/realms/master/.well-known/openid-configuration")
                .map(path -> dynamicTest(path, () -> {
                    var response = ApiClient.HTTP.send(
                            HttpRequest.newBuilder(URI.create(stack.origin() + path))
                                    .build(),
                            BodyHandlers.ofString());

                    assertThat(response.statusCode()).isEqualTo(404);
                }));
    }

    private static HttpResponse<String> send(Stack stack, Knock knock, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(stack.origin() + knock.path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", knock.contentType)
                .method(
                        knock.method,
                        knock.body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(knock.body));
        return ApiClient.HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static void assertNothingLeaks(HttpResponse<String> response) {
        assertThat(response.body()).doesNotContain("Exception", "\tat ", "dev.stoa", "io.quarkus", "java.lang");
    }
}
