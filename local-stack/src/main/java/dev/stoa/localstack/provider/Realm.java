package dev.stoa.localstack.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The realm {@code stoa} as this stack wants it: the committed template, its placeholders filled in, and the demo accounts. */
final class Realm {
    /** The client by which tests get tokens of accounts with their passwords. Public, and only in test realms. */
    static final String LOAD_CLIENT = "stoa-load";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FINGERPRINT = "stoa.fingerprint";

    private final ObjectNode settings;
    private final String fingerprint;

    private Realm(ObjectNode settings) {
        this.settings = settings;
        this.fingerprint = sha256(settings.toString());
        settings.withObjectProperty("attributes").put(FINGERPRINT, fingerprint);
    }

    /**
     * @param origin the public origin, which redirects must stay in
     * @param clientSecret of {@code stoa-web}
     * @param test whether the realm lets tests sign in without a browser
     */
    static Realm of(URI origin, String clientSecret, boolean test) {
        var settings = template("stoa-realm.json", Map.of("origin", origin.toString(), "client-secret", clientSecret));
        if (test) {
            settings.withArrayProperty("clients").add(directGrantClient(LOAD_CLIENT, ""));
            // A load test signs in hundreds of times a second, from one address.
            settings.put("bruteForceProtected", false);
            // Its accounts' passwords are their names: nothing is gained by making them slow to guess.
            settings.put("passwordPolicy", "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
            settings.withArrayProperty("scopeMappings")
                    .addObject()
                    .put("client", LOAD_CLIENT)
                    .putArray("roles")
                    .add("administrator");
        }
        var users = settings.putArray("users");
        DemoAccount.ALL.forEach(account -> users.add(user(account)));
        return new Realm(settings);
    }

    /** @param secret empty for a public client */
    static ObjectNode directGrantClient(String id, String secret) {
        return template(
                "direct-grant-client.json",
                Map.of("client-id", id, "client-secret", secret, "public", Boolean.toString(secret.isEmpty())));
    }

    /** The realm as Keycloak imports it. */
    ObjectNode whole() {
        return settings;
    }

    /** Its settings alone, without accounts, roles and clients. */
    ObjectNode withoutContent() {
        return settings.deepCopy().without(List.of("users", "clients", "roles", "scopeMappings"));
    }

    /** Its clients alone, for a partial import that overwrites those that exist. */
    ObjectNode clients() {
        var wanted = JSON.createObjectNode().put("ifResourceExists", "OVERWRITE");
        wanted.set("clients", settings.get("clients"));
        return wanted;
    }

    Stream<String> clientIds() {
        return settings.get("clients")
                .valueStream()
                .map(client -> client.get("clientId").asText());
    }

    /** Further accounts, for a partial import that skips those that exist. */
    static ObjectNode accounts(List<DemoAccount> accounts) {
        var wanted = JSON.createObjectNode().put("ifResourceExists", "SKIP");
        var users = wanted.putArray("users");
        accounts.forEach(account -> users.add(user(account)));
        return wanted;
    }

    /** Whether the realm that Keycloak has was made from the same template and values. */
    boolean isLike(ObjectNode existing) {
        return existing.path("attributes").path(FINGERPRINT).asText().equals(fingerprint);
    }

    private static ObjectNode user(DemoAccount account) {
        var user = JSON.createObjectNode()
                .put("username", account.username())
                .put("enabled", true)
                .put("email", account.username() + "@stoa.example")
                .put("emailVerified", true)
                .put("firstName", account.firstName())
                .put("lastName", account.lastName());
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", account.password())
                .put("temporary", false);
        if (account.role().equals("administrator")) user.putArray("realmRoles").add("administrator");
        return user;
    }

    private static ObjectNode template(String name, Map<String, String> values) {
        try (var resource = Realm.class.getResourceAsStream("/realm/" + name)) {
            if (resource == null) throw new IllegalStateException("realm/" + name + " is not on the class path");
            var text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            for (var value : values.entrySet()) {
                text = text.replace("{{" + value.getKey() + "}}", value.getValue());
            }
            return (ObjectNode) JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("realm/" + name + " is not JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
