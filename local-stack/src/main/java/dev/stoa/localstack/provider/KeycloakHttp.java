package dev.stoa.localstack.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Requests to Keycloak; what goes wrong is said in plain sentences. */
final class KeycloakHttp {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException(
                    "Keycloak does not answer %s %s: %s".formatted(request.method(), request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while Keycloak was asked.", e);
        }
    }

    /** The JSON of an answer that says yes; an empty object where it says nothing else. */
    static JsonNode body(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new StackException("Keycloak refused %s %s (%d): %s"
                    .formatted(
                            answer.request().method(),
                            answer.request().uri().getPath(),
                            answer.statusCode(),
                            answer.body()));
        }
        try {
            return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackException("Keycloak answered with something that is not JSON.", e);
        }
    }
}
