package dev.stoa.identity.field;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class FieldResourceTest {

    private static final String FIELDS = "/api/identity/v1/fields";

    @Test
    void withoutAQueryAllBroadFieldsAreListed() {
        given().when()
                .get(FIELDS)
                .then()
                .statusCode(200)
                .header("Cache-Control", startsWith("max-age"))
                .body("items", hasSize(11))
                .body("items.level", everyItem(equalTo("broad")))
                .body("items[0].code", equalTo("00"));
    }

    @Test
    void aFoundFieldCarriesTheFieldsAbove() {
        given().queryParam("q", "calculus")
                .when()
                .get(FIELDS)
                .then()
                .statusCode(200)
                .body("items[0].code", equalTo("0541"))
                .body("items[0].name", equalTo("Mathematics"))
                .body("items[0].level", equalTo("detailed"))
                .body("items[0].path.code", equalTo(List.of("05", "054")));
    }

    @Test
    void levelAndLimitNarrowTheSearch() {
        given().queryParam("q", "e")
                .queryParam("level", "narrow")
                .queryParam("limit", "2")
                .when()
                .get(FIELDS)
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.level", everyItem(equalTo("narrow")));
    }

    @Test
    void anUnknownWordFindsNothing() {
        given().queryParam("q", "xyzzy")
                .when()
                .get(FIELDS)
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void oneFieldCarriesItsChildren() {
        given().when()
                .get(FIELDS + "/061")
                .then()
                .statusCode(200)
                .body("name", equalTo("Information and Communication Technologies (ICTs)"))
                .body("level", equalTo("narrow"))
                .body("path.code", equalTo(List.of("06")))
                .body("children.code", equalTo(List.of("0611", "0612", "0613")));
    }

    @ParameterizedTest
    @CsvSource({"0999", "x", "06131", "%00", "..%2F..%2Fetc"})
    void anUnknownCodeIsAProblemThatSaysWhatToDo(String code) {
        given().urlEncodingEnabled(false)
                .when()
                .get(FIELDS + "/" + code)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", startsWith("/problems/"))
                .body("status", equalTo(404));
    }

    @ParameterizedTest
    @CsvSource({"limit,0", "limit,51", "limit,many", "limit,-1", "limit,99999999999999", "level,finest"})
    void parametersOutOfBoundsAreViolations(String parameter, String value) {
        given().queryParam(parameter, value)
                .when()
                .get(FIELDS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-input"))
                .body("violations[0].field", equalTo(parameter));
    }

    @Test
    void anOverlongQueryIsAViolation() {
        given().queryParam("q", "a".repeat(101))
                .when()
                .get(FIELDS)
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("q"));
    }
}
