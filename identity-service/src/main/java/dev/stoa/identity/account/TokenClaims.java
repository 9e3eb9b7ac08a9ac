package dev.stoa.identity.account;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Reads the claims of a signed token that has already been verified, or came straight from the provider. */
public final class TokenClaims {

    private TokenClaims() {}

    /**
     * The claims of the token.
     *
     * @throws IllegalArgumentException if this is no signed JWT
     */
    public static JsonObject of(String jwt) {
        var parts = jwt.split("\\.");
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a signed JWT");
        }
        try {
            return new JsonObject(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        } catch (DecodeException notJson) {
            throw new IllegalArgumentException("Not a signed JWT", notJson);
        }
    }

    /** The provider's session to which the token belongs ({@code sid}); none where the provider does not say. */
    public static Optional<String> session(JsonObject claims) {
        return id(claims, "sid");
    }

    /** A claim that is an id of the provider's; none if it is missing, or not 1 to 255 printable ASCII characters. */
    public static Optional<String> id(JsonObject claims, String name) {
        return claims.getValue(name) instanceof String id && Holder.isId(id) ? Optional.of(id) : Optional.empty();
    }
}
