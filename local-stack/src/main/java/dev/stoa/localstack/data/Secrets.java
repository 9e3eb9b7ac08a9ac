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
 * @param clientSecret of the OIDC client {@code stoa-web}
 * @param databasePassword of PostgreSQL's superuser and of the services' own users
 * @param keycloakPassword of the account {@code admin} of Keycloak's own realm
 * @param turnSecret shared with a TURN server, where there is one
 */
public record Secrets(
        String sessionKey, String clientSecret, String databasePassword, String keycloakPassword, String turnSecret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    static Secrets in(Path path) {
        try {
            if (!Files.exists(path)) PrivateFile.write(path, random().text());
            return parse(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep secrets in " + path, e);
        }
    }

    /** Never the secrets themselves: records end up in messages and logs. */
    @Override
    public String toString() {
        return "Secrets[…]";
    }

    private static Secrets random() {
        return new Secrets(word(), word(), word(), word(), word());
    }

    private static String word() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String text() {
        return """
                session-key=%s
                client-secret=%s
                database-password=%s
                keycloak-password=%s
                turn-secret=%s
                """.formatted(sessionKey, clientSecret, databasePassword, keycloakPassword, turnSecret);
    }

    private static Secrets parse(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        return new Secrets(
                properties.getProperty("session-key"),
                properties.getProperty("client-secret"),
                properties.getProperty("database-password"),
                properties.getProperty("keycloak-password"),
                properties.getProperty("turn-secret"));
    }
}
