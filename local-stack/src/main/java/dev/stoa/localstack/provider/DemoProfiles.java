package dev.stoa.localstack.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What the demo's experts offer from the start, written the way each of them would write it, and verified the way the
 * demo's administrator would do it: through identity-service's REST API, each with a token of their own. The client that
 * gets those tokens by password exists only meanwhile, so nothing here knows identity-service's tables, and no back door
 * stays open.
 */
public final class DemoProfiles {
    private static final String CLIENT = "stoa-seed";
    private static final String ADMINISTRATOR = "administrator";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeycloakAdmin admin;
    private final PasswordGrant grant;
    private final URI identity;

    DemoProfiles(KeycloakAdmin admin, PasswordGrant grant, URI identity) {
        this.admin = admin;
        this.grant = grant;
        this.identity = identity;
    }

    /** Gives every demo account its profile, and every expert the right to help with its fields. */
    public void write() {
        var secret = UUID.randomUUID().toString();
        admin.deleteClient(grant.realm(), CLIENT);
        admin.createClient(grant.realm(), Realm.directGrantClient(CLIENT, secret));
        admin.addRoleToScope(grant.realm(), CLIENT, ADMINISTRATOR);
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            writeAndVerify(http, account -> grant.token(CLIENT, secret, account.username(), account.password()));
        } finally {
            admin.deleteClient(grant.realm(), CLIENT);
        }
    }

    private void writeAndVerify(HttpClient http, Function<DemoAccount, String> tokens) {
        var administrator = tokens.apply(DemoAccount.administrator());
        for (var account : DemoAccount.ALL) {
            var profile = Map.of(
                    "displayName", account.displayName(), "languages", List.of("en"), "fields", account.fields());
            var body = BodyPublishers.ofString(JSON.valueToTree(profile).toString());
            var id = put(http, "/me", tokens.apply(account), body).get("id").asText();
            for (var field : account.fields()) {
                var verification =
                        "/accounts/%s/verifications/%s".formatted(URLEncoder.encode(id, StandardCharsets.UTF_8), field);
                put(http, verification, administrator, BodyPublishers.noBody());
            }
        }
    }

    private JsonNode put(HttpClient http, String path, String token, BodyPublisher body) {
        try {
            var request = HttpRequest.newBuilder(identity.resolve("/api/identity/v1" + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(body)
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new StackException("identity-service refused PUT %s of the demo (%d): %s"
                        .formatted(path, answer.statusCode(), answer.body()));
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new StackException("identity-service does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while writing the demo's profiles.", e);
        }
    }
}
