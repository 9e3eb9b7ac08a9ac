package dev.stoa.localstack.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls to Keycloak's REST API that a start needs. They go to its own port, never through the public origin. */
final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final String token;

    private KeycloakAdmin(URI base, String password) {
        this.base = base;
        this.token = token(
                http, base, "master", Map.of("client_id", "admin-cli", "username", "admin", "password", password));
    }

    /**
     * @param base Keycloak's own address, with its path
     * @param password of the account {@code admin} of Keycloak's own realm
     */
    static KeycloakAdmin signIn(URI base, String password) {
        return new KeycloakAdmin(base, password);
    }

    /** An access token of an account of the realm {@code stoa}, by its password. */
    String accessToken(String client, String clientSecret, String username, String password) {
        return token(
                http,
                base,
                "stoa",
                Map.of(
                        "client_id", client,
                        "client_secret", clientSecret,
                        "username", username,
                        "password", password,
                        "scope", "openid"));
    }

    Optional<ObjectNode> realm(String name) {
        var answer = send("GET", "/admin/realms/" + name, null);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of((ObjectNode) body(answer));
    }

    void createRealm(ObjectNode realm) {
        body(send("POST", "/admin/realms", realm));
    }

    void updateRealm(String name, ObjectNode settings) {
        body(send("PUT", "/admin/realms/" + name, settings));
    }

    /** Adds what the realm lacks and overwrites what it has, as the import says. */
    void importPartially(String realm, ObjectNode content) {
        body(send("POST", "/admin/realms/" + realm + "/partialImport", content));
    }

    void createClient(String realm, ObjectNode client) {
        body(send("POST", "/admin/realms/" + realm + "/clients", client));
    }

    /** Lets a client's tokens carry a realm role of its accounts. */
    void addRoleToScope(String realm, String clientId, String role) {
        var wanted = body(send("GET", "/admin/realms/" + realm + "/roles/" + role, null));
        var id = clientUuid(realm, clientId).orElseThrow();
        body(send(
                "POST",
                "/admin/realms/%s/clients/%s/scope-mappings/realm".formatted(realm, id),
                JSON.createArrayNode().add(wanted)));
    }

    /** Deletes a client, if there is one. */
    void deleteClient(String realm, String clientId) {
        clientUuid(realm, clientId)
                .ifPresent(id -> body(send("DELETE", "/admin/realms/%s/clients/%s".formatted(realm, id), null)));
    }

    private Optional<String> clientUuid(String realm, String clientId) {
        var found = body(send("GET", "/admin/realms/%s/clients?clientId=%s".formatted(realm, clientId), null));
        return Optional.ofNullable(found.get(0)).map(client -> client.get("id").asText());
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        return exchange(http, request);
    }

    private static String token(HttpClient http, URI base, String realm, Map<String, String> form) {
        var fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "grant_type=password&", ""));
        var request = HttpRequest.newBuilder(URI.create(base + "/realms/" + realm + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
        return body(exchange(http, request)).get("access_token").asText();
    }

    private static HttpResponse<String> exchange(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StackException(
                    "Keycloak does not answer %s %s: %s".formatted(request.method(), request.uri(), e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while setting up the realm.", e);
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
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
