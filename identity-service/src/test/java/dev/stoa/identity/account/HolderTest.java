package dev.stoa.identity.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class HolderTest {

    private static JsonObject claims() {
        return new JsonObject().put("sub", "s1");
    }

    @Test
    void theNameIsPreferredToTheUserName() {
        var both = claims().put("name", "Ada Lovelace").put("preferred_username", "ada");

        assertEquals("Ada Lovelace", Holder.of(both).displayName());
        assertEquals(
                "ada",
                Holder.of(claims().put("name", " ").put("preferred_username", "ada"))
                        .displayName());
    }

    @Test
    void aNamelessTokenGetsAPresentableName() {
        assertEquals("New member", Holder.of(claims()).displayName());
        assertEquals("New member", Holder.of(claims().put("name", 7)).displayName());
    }

    @Test
    void aLongOrDirtyNameIsMadeToFit() {
        assertEquals(
                60,
                Holder.of(claims().put("name", "x".repeat(200))).displayName().length());
        assertEquals("a b", Holder.of(claims().put("name", "a\nb\u0000\u202E")).displayName());
    }

    @Test
    void noCharacterIsCutInHalf() {
        var name = Holder.of(claims().put("name", "🙂".repeat(70))).displayName();

        assertEquals(60, name.codePointCount(0, name.length()));
        assertEquals("🙂".repeat(60), name);
    }

    @Test
    void onlyTheRealmRoleMakesAnAdministrator() {
        var roles = new JsonObject().put("roles", new JsonArray().add("administrator"));

        assertTrue(Holder.of(claims().put("realm_access", roles)).administrator());
        assertFalse(Holder.of(claims().put("administrator", true)).administrator());
        assertFalse(Holder.of(claims().put("realm_access", "administrator")).administrator());
    }
}
