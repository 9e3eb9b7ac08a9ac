package dev.stoa.matchmaking.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Somebody who calls the API with a bearer token. */
public interface ApiCaller {

    /** Path of the API. */
    String BASE = "/api/matchmaking/v1";

    /** The bearer token. */
    String token();

    /** A request with the token. */
    default RequestSpecification request() {
        return given().basePath(BASE).auth().oauth2(token()).contentType(ContentType.JSON);
    }

    /** Sends it. */
    default ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    /** Sends it. */
    default ValidatableResponse post(String path) {
        return request().post(path).then();
    }

    /** Sends it. */
    default ValidatableResponse post(String path, Object body) {
        return request().body(body).post(path).then();
    }

    /** Sends it. */
    default ValidatableResponse put(String path, Object body) {
        return request().body(body).put(path).then();
    }

    /** One value of the standing, {@code null} when it is not there. */
    default <T> T standing(String path) {
        return get("/standing").statusCode(200).extract().path(path);
    }
}
