package dev.stoa.localstack.data;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/**
 * What the parts of one stack prove themselves to each other with: random, made once, at least 256 bits each.
 *
 * @param sessionKey encrypts the sessions of signed-in browsers
 * @param sealKey encrypts what matchmaking-service keeps secret
 * @param clientSecret of the OIDC client {@code stoa-web}
 * @param databasePassword of PostgreSQL's superuser and of the services' own users
 * @param keycloakPassword of the account {@code admin} of Keycloak's own realm
 * @param turnSecret shared with a TURN server, where there is one
 */
public record Secrets(
        String sessionKey,
        String sealKey,
        String clientSecret,
        String databasePassword,
        String keycloakPassword,
        String turnSecret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Secrets in(Path path) {
        try {
            var before = Files.exists(path) ? Files.readString(path) : "";
            var secrets = parse(before);
            if (!secrets.text().equals(before)) PrivateFile.write(path, secrets.text());
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep secrets in " + path, e);
        }
    }

    /** Never the secrets themselves: records end up in messages and logs. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }

    private static String word() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String text() {
        return """
                session-key=%s
                seal-key=%s
                client-secret=%s
                database-password=%s
                keycloak-password=%s
                turn-secret=%s
                """.formatted(sessionKey, sealKey, clientSecret, databasePassword, keycloakPassword, turnSecret);
    }

    /** Those that a file of an older version does not have yet are made. */
    private static Secrets parse(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return new Secrets(
                known(properties, "session-key"),
                known(properties, "seal-key"),
                known(properties, "client-secret"),
                known(properties, "database-password"),
                known(properties, "keycloak-password"),
                known(properties, "turn-secret"));
    }

    private static String known(Properties properties, String name) {
        var value = properties.getProperty(name);
        return value == null ? word() : value;
    }
}
