package dev.stoa.localstack.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Signs accounts in by their passwords, without a browser, through a client that may do so.
 *
 * @param base Keycloak's own address, with its path
 * @param realm of the accounts
 */
record PasswordGrant(KeycloakHttp http, URI base, String realm) {
    /**
     * A fresh access token.
     *
     * @param secret empty for a public client
     */
    String token(String client, String secret, String username, String password) {
        var form = Map.of(
                "grant_type", "password",
                "client_id", client,
                "client_secret", secret,
                "username", username,
                "password", password,
                "scope", "openid");
        var fields = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(base + "/realms/" + realm + "/protocol/openid-connect/token"))
                .timeout(KeycloakHttp.PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
        return KeycloakHttp.body(http.exchange(request)).get("access_token").asText();
    }
}
