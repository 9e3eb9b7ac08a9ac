package dev.stoa.identity.news;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** Something that other services have to know of an account. */
public sealed interface News {

    /** The account's id. */
    String account();

    /** How the stream calls it. */
    default String type() {
        return switch (this) {
            case Profile profile -> "fields";
            case Banned banned -> "banned";
            case Unbanned unbanned -> "unbanned";
            case Deleted deleted -> "deleted";
            case SignedOut signedOut -> "signed-out";
        };
    }

    /** What the stream says of it. */
    default JsonObject data() {
        return switch (this) {
            case Profile profile -> profile.json();
            case Banned banned -> new JsonObject().put("reason", banned.reason());
            case Unbanned unbanned -> new JsonObject();
            case Deleted deleted -> new JsonObject();
            case SignedOut signedOut -> signedOut.json();
        };
    }

    /**
     * The whole of what an account offers, as it is now.
     *
     * @param languages ISO 639-1 codes, the preferred one first
     */
    record Profile(String account, String displayName, List<String> languages, List<Field> fields) implements News {

        private JsonObject json() {
            var array = new JsonArray();
            fields.forEach(field -> array.add(new JsonObject()
                    .put("code", field.code())
                    .put("name", field.name())
                    .put("verified", field.verified())));
            return new JsonObject()
                    .put("displayName", displayName)
                    .put("languages", new JsonArray(languages))
                    .put("fields", array);
        }
    }

    /** A field in which the account helps. */
    record Field(String code, String name, boolean verified) {}

    /** The account is shut out. */
    record Banned(String account, String reason) implements News {}

    /** The account is shut out no longer. Also told of one that begins anew after it was deleted, for a deletion shuts out, too. */
    record Unbanned(String account) implements News {}

    /** The account is gone, and whoever holds it is shut out until she begins anew. */
    record Deleted(String account) implements News {}

    /**
     * One of its sessions has ended.
     *
     * @param session the provider's id of it, the claim {@code sid} of its tokens
     * @param until when the last of its access tokens expires, in whole seconds
     */
    record SignedOut(String account, String session, Instant until) implements News {

        private JsonObject json() {
            return new JsonObject().put("session", session).put("until", until.getEpochSecond());
        }
    }
}
