package dev.stoa.localstack.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls to Keycloak's administration that a start needs, good for a minute after signing in. They go to its own
 * port, never through the public origin.
 */
final class KeycloakAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakHttp http = new KeycloakHttp();
    private final URI base;
    private final String token;

    private KeycloakAdmin(URI base, String password) {
        this.base = base;
        this.token = new PasswordGrant(http, base, "master").token("admin-cli", "", "admin", password);
    }

    /**
     * @param base Keycloak's own address, with its path
     * @param password of the account {@code admin} of Keycloak's own realm
     */
    static KeycloakAdmin signIn(URI base, String password) {
        return new KeycloakAdmin(base, password);
    }

    Optional<ObjectNode> realm(String name) {
        var answer = send("GET", "/admin/realms/" + name, null);
        return answer.statusCode() == 404 ? Optional.empty() : Optional.of((ObjectNode) KeycloakHttp.body(answer));
    }

    void createRealm(ObjectNode realm) {
        KeycloakHttp.body(send("POST", "/admin/realms", realm));
    }

    void updateRealm(String name, ObjectNode settings) {
        KeycloakHttp.body(send("PUT", "/admin/realms/" + name, settings));
    }

    /** Adds what the realm lacks and overwrites what it has, as the import says. */
    void importPartially(String realm, ObjectNode content) {
        KeycloakHttp.body(send("POST", "/admin/realms/" + realm + "/partialImport", content));
    }

    void createClient(String realm, ObjectNode client) {
        KeycloakHttp.body(send("POST", "/admin/realms/" + realm + "/clients", client));
    }

    boolean hasClient(String realm, String clientId) {
        return clientUuid(realm, clientId).isPresent();
    }

    /** Creates a client scope, unless there is one of that name. */
    void ensureClientScope(String realm, ObjectNode scope) {
        var path = "/admin/realms/" + realm + "/client-scopes";
        var known = KeycloakHttp.body(send("GET", path, null));
        var name = scope.get("name").asText();
        if (known.valueStream().noneMatch(other -> other.get("name").asText().equals(name))) {
            KeycloakHttp.body(send("POST", path, scope));
        }
    }

    /** Lets a client's tokens carry a realm role of its accounts. */
    void addRoleToScope(String realm, String clientId, String role) {
        var wanted = KeycloakHttp.body(send("GET", "/admin/realms/" + realm + "/roles/" + role, null));
        var id = clientUuid(realm, clientId).orElseThrow();
        KeycloakHttp.body(send(
                "POST",
                "/admin/realms/%s/clients/%s/scope-mappings/realm".formatted(realm, id),
                JSON.createArrayNode().add(wanted)));
    }

    /** Ends all sessions of an account, as an administrator may in the console. */
    void signOut(String realm, String username) {
        var path = "/admin/realms/" + realm + "/users";
        var found = KeycloakHttp.body(send("GET", path + "?exact=true&username=" + username, null));
        KeycloakHttp.body(send("POST", path + "/" + found.get(0).get("id").asText() + "/logout", null));
    }

    /** Deletes a client, if there is one. */
    void deleteClient(String realm, String clientId) {
        clientUuid(realm, clientId)
                .ifPresent(id ->
                        KeycloakHttp.body(send("DELETE", "/admin/realms/%s/clients/%s".formatted(realm, id), null)));
    }

    private Optional<String> clientUuid(String realm, String clientId) {
        var found =
                KeycloakHttp.body(send("GET", "/admin/realms/%s/clients?clientId=%s".formatted(realm, clientId), null));
        return Optional.ofNullable(found.get(0)).map(client -> client.get("id").asText());
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(KeycloakHttp.PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .build();
        return http.exchange(request);
    }
}
