package dev.stoa.identity.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.stoa.identity.Somebody;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeletedAccountTest {

    private final Somebody admin = Somebody.administrator();
    private final Somebody person = Somebody.withAnAccount();

    @BeforeEach
    void haveAVerifiedAccount() {
        person.offering("Grace", "0613");
        admin.put("/accounts/" + person.id() + "/verifications/0613").statusCode(204);
    }

    @Test
    void whatIsDeletedIsGoneAndATokenFromBeforeMakesNoNewAccount() {
        person.delete("/me").statusCode(204);

        admin.get("/accounts/" + person.id()).statusCode(404);
        person.get("/me")
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("/problems/account-deleted"));
        person.put("/me", Map.of("displayName", "G", "languages", List.of("en"), "fields", List.of()))
                .statusCode(401);
        admin.get("/accounts/" + person.id()).statusCode(404);
    }

    @Test
    void deletingAgainChangesNothing() {
        person.delete("/me").statusCode(204);

        person.delete("/me").statusCode(204);

        admin.get("/accounts/" + person.id()).statusCode(404);
    }

    @Test
    void whoSignsInAgainBeginsAnewWithoutFieldsAndVerifications() {
        person.delete("/me").statusCode(204);

        var again = person.signedInAgain();
        again.get("/me")
                .statusCode(200)
                .body("displayName", equalTo("Ada Lovelace"))
                .body("fields", equalTo(List.of()));
        again.offering("Grace", "0613");

        admin.get("/accounts/" + person.id()).statusCode(200).body("fields.verified", equalTo(List.of(false)));
    }

    @Test
    void aTokenFromBeforeIsNotOneOfTheNewAccount() {
        person.delete("/me").statusCode(204);
        person.signedInAgain().offering("Anew", "0613");

        person.get("/me").statusCode(401).body("type", equalTo("/problems/account-deleted"));
        person.put("/me", Map.of("displayName", "Old", "languages", List.of("en"), "fields", List.of()))
                .statusCode(401);
        person.delete("/me").statusCode(401);

        admin.get("/accounts/" + person.id()).statusCode(200).body("displayName", equalTo("Anew"));
    }

    @Test
    void aBanIsNotShakenOffByADeletion() {
        admin.put("/accounts/" + person.id() + "/ban", Map.of("reason", "Rude")).statusCode(204);

        person.delete("/me").statusCode(403).body("type", equalTo("/problems/account-banned"));

        person.get("/me").statusCode(403).body("reason", equalTo("Rude"));
        admin.get("/accounts/" + person.id()).statusCode(200).body("banned", equalTo(true));
    }
}
