package dev.stoa.identity.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import dev.stoa.identity.Somebody;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VerificationResourceTest {

    private final Somebody admin = Somebody.administrator();
    private final Somebody expert = Somebody.withAnAccount();

    @BeforeEach
    void offerHelp() {
        expert.offering("Grace", "0613", "054");
    }

    private String verification(String field) {
        return "/accounts/" + expert.id() + "/verifications/" + field;
    }

    @Test
    void aFieldIsNotVerifiedUntilAnAdministratorSaysSo() {
        expert.get("/me").body("fields.verified", equalTo(List.of(false, false)));

        admin.put(verification("054")).statusCode(204);

        expert.get("/me").body("fields.code", equalTo(List.of("0613", "054")));
        expert.get("/me").body("fields.verified", equalTo(List.of(false, true)));
    }

    @Test
    void whoVerifiedAFieldAndWhenIsKept() {
        admin.put(verification("0613")).statusCode(204);

        admin.get("/accounts/" + expert.id())
                .statusCode(200)
                .body("displayName", equalTo("Grace"))
                .body("fields[0].verifiedBy", equalTo(admin.id()))
                .body("fields[0].verifiedAt", matchesPattern("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                .body("fields[1]", not(hasKey("verifiedBy")));
    }

    @Test
    void sayingItTwiceChangesNothing() {
        admin.put(verification("0613")).statusCode(204);
        Somebody.administrator().put(verification("0613")).statusCode(204);

        admin.get("/accounts/" + expert.id()).body("fields[0].verifiedBy", equalTo(admin.id()));

        admin.delete(verification("0613")).statusCode(204);
        admin.delete(verification("0613")).statusCode(204);
        expert.get("/me").body("fields.verified", equalTo(List.of(false, false)));
    }

    @Test
    void aFieldThatIsGivenUpLosesItsVerification() {
        admin.put(verification("0613")).statusCode(204);
        admin.put(verification("054")).statusCode(204);

        expert.offering("Grace", "054");
        expert.offering("Grace", "0613", "054");

        expert.get("/me").body("fields.verified", equalTo(List.of(false, true)));
    }

    @Test
    void onlyAFieldThatTheAccountOffersCanBeVerified() {
        admin.put(verification("0541"))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/field-not-offered"));
        admin.put(verification("nonsense")).statusCode(409);
    }

    @Test
    void anUnknownAccountHasNoFields() {
        admin.put("/accounts/nobody/verifications/0613")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unknown-account"));
        admin.delete("/accounts/nobody/verifications/0613").statusCode(404);
        admin.get("/accounts/nobody").statusCode(404);
        admin.get("/accounts/a\u0000b").statusCode(400);
    }

    @Test
    void nobodyButAnAdministratorMayVerify() {
        for (var answer : List.of(
                expert.put(verification("0613")),
                expert.delete(verification("0613")),
                expert.get("/accounts"),
                expert.get("/accounts/" + expert.id()))) {
            answer.statusCode(403).contentType("application/problem+json").body("type", equalTo("/problems/forbidden"));
        }
        expert.get("/me").body("fields.verified", equalTo(List.of(false, false)));
    }
}
