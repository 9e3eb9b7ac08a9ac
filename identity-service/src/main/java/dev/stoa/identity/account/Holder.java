package dev.stoa.identity.account;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom an access token speaks of.
 *
 * @param id the provider's subject, the account's id
 * @param displayName a presentable name made of the token's claims, 1 to 60 characters
 * @param administrator whether the provider gave the realm role "administrator"
 * @param since when she showed who she is: of a token, when it was issued; 1970 if nobody knows. An account that was deleted
 *     after that is not made anew for her.
 */
public record Holder(String id, String displayName, boolean administrator, Instant since) {

    private static final String NAMELESS = "New member";
    private static final Pattern ID = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /**
     * Reads the claims {@code sub}, {@code name}, {@code preferred_username}, {@code realm_access.roles} and {@code iat}.
     *
     * @throws IllegalArgumentException unless the subject is 1 to 255 printable ASCII characters
     */
    public static Holder of(JsonObject claims) {
        var name = Stream.of("name", "preferred_username")
                .map(claim -> presentable(claims.getValue(claim)))
                .filter(candidate -> !candidate.isEmpty())
                .findFirst()
                .orElse(NAMELESS);
        return new Holder(subject(claims), name, isAdministrator(claims), issuedAt(claims));
    }

    /** Whether this can be an id that the provider gives: 1 to 255 printable ASCII characters. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    private static String subject(JsonObject claims) {
        if (claims.getValue("sub") instanceof String subject && isId(subject)) {
            return subject;
        }
        throw new IllegalArgumentException("A token needs a subject of 1 to 255 printable ASCII characters");
    }

    /** The same person, of whom it is known since when she is signed in, or not known (null). */
    public Holder signedInAt(@Nullable Instant moment) {
        return new Holder(id, displayName, administrator, Objects.requireNonNullElse(moment, Instant.EPOCH));
    }

    private static Instant issuedAt(JsonObject claims) {
        return claims.getValue("iat") instanceof Number seconds
                ? Instant.ofEpochSecond(seconds.longValue())
                : Instant.EPOCH;
    }

    private static String presentable(@Nullable Object claim) {
        if (!(claim instanceof String text)) {
            return "";
        }
        var shown = text.replaceAll(PresentableName.UNFIT_CHARACTER, " ").strip();
        return shown.codePointCount(0, shown.length()) <= PresentableName.LONGEST
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, PresentableName.LONGEST))
                        .strip();
    }

    private static boolean isAdministrator(JsonObject claims) {
        return claims.getValue("realm_access") instanceof JsonObject access
                && access.getValue("roles") instanceof JsonArray roles
                && roles.contains("administrator");
    }
}
