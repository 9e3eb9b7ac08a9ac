package dev.stoa.identity;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** Somebody with a token of her own, who may run the place. */
public final class Somebody {

    private static final String BASE = "/api/identity/v1";

    private final String id = Tokens.someone();
    private final boolean administrator;

    private Somebody(boolean administrator) {
        this.administrator = administrator;
    }

    public static Somebody withAnAccount() {
        return new Somebody(false);
    }

    /** With the provider's realm role. */
    public static Somebody administrator() {
        return new Somebody(true);
    }

    public String id() {
        return id;
    }

    /** With this profile; languages are always English. */
    public Somebody offering(String name, String... fields) {
        put("/me", Map.of("displayName", name, "languages", List.of("en"), "fields", List.of(fields)))
                .statusCode(200);
        return this;
    }

    public ValidatableResponse get(String path, Object... parameters) {
        return request().when().get(BASE + path, parameters).then();
    }

    public ValidatableResponse put(String path, Object body) {
        return request()
                .contentType("application/json")
                .body(body)
                .when()
                .put(BASE + path)
                .then();
    }

    public ValidatableResponse put(String path) {
        return request().when().put(BASE + path).then();
    }

    public ValidatableResponse delete(String path) {
        return request().when().delete(BASE + path).then();
    }

    private RequestSpecification request() {
        return given().auth().oauth2(administrator ? Tokens.administrator(id) : Tokens.access(id));
    }
}
