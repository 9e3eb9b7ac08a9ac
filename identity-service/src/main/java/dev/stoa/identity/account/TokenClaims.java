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
        return claims.getValue("sid") instanceof String session && Holder.isId(session)
                ? Optional.of(session)
                : Optional.empty();
    }
}
