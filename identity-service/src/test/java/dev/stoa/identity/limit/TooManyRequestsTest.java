package dev.stoa.identity.limit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.identity.Somebody;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TooManyRequestsTest {

    private static final int MORE_THAN_ANYBODY_NEEDS = 10_000;

    @Test
    void whoAsksAgainAndAgainHasToWaitAndNobodyElse() {
        var person = Somebody.withAnAccount();

        refusedAfterAThousandOf(() -> person.get("/me"));

        Somebody.withAnAccount().get("/me").statusCode(200);
    }

    @Test
    void soDoesABrowserWithItsSessionAndNoOther() {
        refusedAfterAThousandOf(() -> session("A"));

        session("B").statusCode(200);
    }

    private static void refusedAfterAThousandOf(Supplier<ValidatableResponse> question) {
        int answered = 0;
        var answer = question.get();
        while (answer.extract().statusCode() == 200 && answered < MORE_THAN_ANYBODY_NEEDS) {
            answered++;
            answer = question.get();
        }

        assertTrue(answered >= 1_000, answered + " requests");
        answer.statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", equalTo("1"))
                .body("type", equalTo("/problems/quota-exceeded"));
    }

    private static ValidatableResponse session(String letter) {
        return given().header("Stoa-Request", "web")
                .cookie("stoa_session", letter.repeat(43))
                .when()
                .get("/api/identity/v1/session")
                .then();
    }
}
