package dev.stoa.identity.account;

import dev.stoa.identity.problem.Problem;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in the list of accounts by name: right behind this account, whether it is still there or not. */
record Cursor(String name, String id) {

    static final Cursor BEGINNING = new Cursor("", "");

    /** Characters of the longest cursor that {@link #encode} makes: name and id escaped in JSON, then base64. */
    static final int LONGEST = 1_500;

    static Cursor behind(Account account) {
        return new Cursor(account.displayName, account.id);
    }

    /** Reads what {@link #encode} made; fails with {@link Problem#BAD_CURSOR} on anything else. */
    static Cursor decode(String text) {
        try {
            var json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            var parts = new JsonArray(json);
            if (parts.size() == 2
                    && parts.getValue(0) instanceof String name
                    && parts.getValue(1) instanceof String id
                    && PresentableName.Check.fits(name)
                    && Holder.isId(id)) {
                return new Cursor(name, id);
            }
            throw Problem.BAD_CURSOR.asException();
        } catch (IllegalArgumentException | DecodeException garbage) {
            throw Problem.BAD_CURSOR.asException();
        }
    }

    String encode() {
        var json = new JsonArray().add(name).add(id).encode();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
