package dev.stoa.identity.account;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.stoa.identity.Somebody;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BanResourceTest {

    private final Somebody admin = Somebody.administrator();
    private final Somebody person = Somebody.withAnAccount();

    private static final Map<String, String> REASON = Map.of("reason", "Selling homework");

    @BeforeEach
    void haveAnAccount() {
        person.offering("Mallory", "0613");
    }

    private static String ban(Somebody whom) {
        return "/accounts/" + whom.id() + "/ban";
    }

    @Test
    void theBannedAreToldWhyAndLetInAgainLater() {
        admin.put(ban(person), REASON).statusCode(204);

        person.get("/me")
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/account-banned"))
                .body("reason", equalTo("Selling homework"))
                .body("detail", containsString("Selling homework"));
        person.put("/me", Map.of("displayName", "M", "languages", new String[] {"en"}, "fields", new String[0]))
                .statusCode(403);
        admin.get("/accounts/" + person.id())
                .body("banned", equalTo(true))
                .body("displayName", equalTo("Mallory"))
                .body("ban.reason", equalTo("Selling homework"))
                .body("ban.by", equalTo(admin.id()));

        admin.delete(ban(person)).statusCode(204);
        admin.delete(ban(person)).statusCode(204);
        person.get("/me").statusCode(200).body("displayName", equalTo("Mallory"));
    }

    @Test
    void aSecondReasonTakesTheFirstOnesPlace() {
        admin.put(ban(person), REASON).statusCode(204);
        admin.put(ban(person), REASON).statusCode(204);
        admin.put(ban(person), Map.of("reason", "Rude")).statusCode(204);

        person.get("/me").body("reason", equalTo("Rude"));
    }

    @Test
    void nobodyBansHerself() {
        admin.get("/me").statusCode(200);

        admin.put(ban(admin), REASON)
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/own-account"));

        admin.get("/me").statusCode(200);
    }

    @Test
    void aBannedAdministratorHasNoPowerLeft() {
        var other = Somebody.administrator();
        other.get("/me").statusCode(200);
        admin.put(ban(other), REASON).statusCode(204);

        other.delete(ban(other)).statusCode(403).body("type", equalTo("/problems/account-banned"));
        other.put(ban(person), REASON).statusCode(403);
        person.get("/me").statusCode(200);
    }

    @Test
    void aReasonIsNeededAndBounded() {
        var none = new HashMap<String, String>();
        none.put("reason", null);
        for (var body : new Object[] {
            none, Map.of("reason", " "), Map.of("reason", "x".repeat(201)), Map.of("reason", "a\u0000b"), "[]", "{"
        }) {
            admin.put(ban(person), body).statusCode(400).contentType("application/problem+json");
        }
        person.get("/me").statusCode(200);
    }

    @Test
    void onlyAdministratorsBan() {
        admin.get("/me").statusCode(200);

        person.put(ban(admin), REASON).statusCode(403).body("type", equalTo("/problems/forbidden"));
        admin.put("/accounts/nobody/ban", REASON).statusCode(404);
    }
}
