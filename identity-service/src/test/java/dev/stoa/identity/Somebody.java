package dev.stoa.identity;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Somebody with a token of her own, who may run the place. */
public final class Somebody {

    private static final String BASE = "/api/identity/v1";

    private final String id;
    private final String token;

    private Somebody(String id, String token) {
        this.id = id;
        this.token = token;
    }

    public static Somebody withAnAccount() {
        var id = Tokens.someone();
        return new Somebody(id, Tokens.access(id));
    }

    /** With the provider's realm role. */
    public static Somebody administrator() {
        var id = Tokens.someone();
        return new Somebody(id, Tokens.administrator(id));
    }

    /** The same person with a token that was issued after all that has happened until now. */
    public Somebody signedInAgain() {
        var claims = Tokens.accessClaims(id, Duration.ofMinutes(5))
                .issuedAt(Instant.now().plusSeconds(1));
        return new Somebody(id, Tokens.sign(claims));
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
        return given().auth().oauth2(token);
    }
}
