package dev.stoa.localstack.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What the demo's experts offer from the start, written the way each of them would write it: through identity-service's
 * REST API with a token of their own. The client that gets those tokens by password exists only meanwhile, so nothing
 * here knows identity-service's tables, and no back door stays open.
 */
public final class DemoProfiles {
    private static final String CLIENT = "stoa-seed";
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

    /** Gives every demo account its profile. */
    public void write() {
        var secret = UUID.randomUUID().toString();
        admin.deleteClient(grant.realm(), CLIENT);
        admin.createClient(grant.realm(), Realm.directGrantClient(CLIENT, secret));
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (var account : DemoAccount.ALL) {
                write(http, account, grant.token(CLIENT, secret, account.username(), account.password()));
            }
        } finally {
            admin.deleteClient(grant.realm(), CLIENT);
        }
    }

    private void write(HttpClient http, DemoAccount account, String token) {
        var profile =
                Map.of("displayName", account.displayName(), "languages", List.of("en"), "fields", account.fields());
        try {
            ObjectNode body = JSON.valueToTree(profile);
            var request = HttpRequest.newBuilder(identity.resolve("/api/identity/v1/me"))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(body.toString()))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new StackException("identity-service refused the profile of %s (%d): %s"
                        .formatted(account.username(), answer.statusCode(), answer.body()));
            }
        } catch (IOException e) {
            throw new StackException("identity-service does not answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while writing the demo's profiles.", e);
        }
    }
}
