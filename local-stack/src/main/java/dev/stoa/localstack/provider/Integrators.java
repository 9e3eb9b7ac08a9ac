package dev.stoa.localstack.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The outside systems that may call the matchmaking API: clients of the realm with credentials of their own. */
public final class Integrators {
    /** What an integrator can be admitted to, and what that means. */
    public static final Map<String, String> SCOPES = Map.of(
            "tickets", "Create, see and cancel tickets on behalf of learners",
            "events", "Watch what happens to these tickets",
            "webhooks", "Be called when something happens to them",
            "sandbox", "Practise with simulated experts");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

    private final KeycloakAdmin admin;

    /**
     * @param keycloak Keycloak's own address, with its path
     * @param password of the account {@code admin} of Keycloak's own realm
     */
    public Integrators(URI keycloak, String password) {
        this.admin = KeycloakAdmin.signIn(keycloak, password);
    }

    /**
     * Admits one.
     *
     * @return its secret, which is shown to nobody ever again
     * @throws StackException when the name or a scope does not fit, or the name is taken
     */
    public String add(String name, List<String> scopes) {
        if (!NAME.matcher(name).matches()) {
            throw new StackException(
                    "An integrator's name is 2 to 63 small letters, digits and dashes, such as our-school.");
        }
        if (scopes.isEmpty() || !SCOPES.keySet().containsAll(scopes)) {
            throw new StackException("Scopes are some of tickets,events,webhooks,sandbox.");
        }
        if (admin.hasClient(Keycloak.REALM, name)) {
            throw new StackException(
                    "There is a client %s already. Change or delete it in Keycloak's console.".formatted(name));
        }
        SCOPES.forEach((scope, meaning) -> admin.ensureClientScope(Keycloak.REALM, scope(scope, meaning)));
        var secret = secret();
        admin.createClient(Keycloak.REALM, client(name, secret, scopes));
        return secret;
    }

    private static ObjectNode scope(String name, String meaning) {
        var scope = JSON.createObjectNode()
                .put("name", name)
                .put("description", meaning)
                .put("protocol", "openid-connect");
        scope.putObject("attributes").put("include.in.token.scope", "true").put("display.on.consent.screen", "false");
        return scope;
    }

    private static ObjectNode client(String name, String secret, List<String> scopes) {
        try (var template = Integrators.class.getResourceAsStream("/realm/integrator-client.json")) {
            if (template == null) throw new IllegalStateException("realm/integrator-client.json is missing");
            var client = (ObjectNode) JSON.readTree(new String(template.readAllBytes(), StandardCharsets.UTF_8));
            client.put("clientId", name).put("secret", secret);
            scopes.forEach(client.withArrayProperty("defaultClientScopes")::add);
            return client;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
