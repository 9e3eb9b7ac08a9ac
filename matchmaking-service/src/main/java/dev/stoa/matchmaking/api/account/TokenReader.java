package dev.stoa.matchmaking.api.account;

import io.quarkus.security.UnauthorizedException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Tells from an access token of the provider who calls. */
final class TokenReader {

    private static final int LONGEST_ID = 255;

    /** What accounts of simulated experts begin with. */
    private static final String SIMULATED = "sim_";

    private TokenReader() {}

    /**
     * The caller.
     *
     * @throws UnauthorizedException when the token names nobody
     */
    static Who who(JsonWebToken token) {
        String subject = token.getSubject();
        Instant until = Instant.ofEpochSecond(token.getExpirationTime());
        String client = client(token);
        if (client != null && isItsOwn(token, subject, client)) {
            return new Who.Integrator(client, Scope.in(text(token, "scope")), until);
        }
        if (subject == null
                || subject.isBlank()
                || subject.length() > LONGEST_ID
                || subject.startsWith(Who.Guest.PREFIX)
                || subject.startsWith(Who.Integrator.PREFIX)
                || subject.startsWith(SIMULATED)) {
            throw new UnauthorizedException("The token names no account");
        }
        return new Who.Person(subject, isAdministrator(token), until, session(token));
    }

    private static String session(JsonWebToken token) {
        String session = text(token, "sid");
        return session != null && Who.Person.isSession(session) ? session : "";
    }

    private static @Nullable String client(JsonWebToken token) {
        String client = text(token, "client_id");
        String known = client == null ? text(token, "azp") : client;
        return known == null || known.isBlank() || known.length() > LONGEST_ID ? null : known;
    }

    /**
     * Whether the client has the token for itself, by client credentials, and not for a person: its subject is then the
     * client (RFC 9068, section 2.2); Keycloak, Auth0 and Microsoft Entra say it in ways of their own.
     */
    private static boolean isItsOwn(JsonWebToken token, @Nullable String subject, String client) {
        return client.equals(subject)
                || (client + "@clients").equals(subject)
                || "app".equals(text(token, "idtyp"))
                || ("service-account-" + client.toLowerCase(Locale.ROOT)).equals(text(token, "preferred_username"));
    }

    private static boolean isAdministrator(JsonWebToken token) {
        return token.getClaim("realm_access") instanceof JsonObject access
                && access.get("roles") instanceof JsonArray roles
                && roles.stream().anyMatch(TokenReader::isAdministrator);
    }

    private static boolean isAdministrator(JsonValue role) {
        return role instanceof JsonString name && name.getString().equals("administrator");
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        return token.getClaim(claim) instanceof String text ? text : null;
    }
}
