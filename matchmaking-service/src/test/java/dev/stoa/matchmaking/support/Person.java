package dev.stoa.matchmaking.support;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Somebody with an account and a real access token, who speaks English and offers software, unless said otherwise. */
public final class Person {

    /** Path of the API. */
    public static final String BASE = "/api/matchmaking/v1";

    private final JwtClaims claims = new JwtClaims();

    private Person(String name) {
        claims.setSubject(name.toLowerCase() + "-" + UUID.randomUUID());
        claims.setIssuer(ConfigProvider.getConfig().getValue("stoa.oidc.issuer", String.class));
        claims.setAudience("stoa-api");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("name", name);
        claims.setStringListClaim("languages", List.of("en"));
        claims.setStringListClaim("fields", List.of("0613"));
    }

    /** Somebody new. */
    public static Person named(String name) {
        return new Person(name);
    }

    /** Offers help with these fields. */
    public Person offering(String... codes) {
        claims.setStringListClaim("fields", List.of(codes));
        return this;
    }

    /** Speaks these languages. */
    public Person speaking(String... languages) {
        claims.setStringListClaim("languages", List.of(languages));
        return this;
    }

    /** Has a token that expires in so many seconds (negative: has expired). */
    public Person withTokenFor(int seconds) {
        NumericDate end = NumericDate.now();
        end.addSeconds(seconds);
        claims.setExpirationTime(end);
        return this;
    }

    /** Has a token with this claim. */
    public Person claiming(String name, Object value) {
        claims.setClaim(name, value);
        return this;
    }

    public String account() {
        return String.valueOf(claims.getClaimValue("sub"));
    }

    /** The signed access token. */
    public String token() {
        try {
            String json = ConfigProvider.getConfig().getValue("test.provider-key", String.class);
            RsaJsonWebKey key = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(json);
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue("RS256");
            signature.setKeyIdHeaderValue(key.getKeyId());
            signature.setKey(key.getPrivateKey());
            signature.setPayload(claims.toJson());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request with the token. */
    public RequestSpecification request() {
        return given().basePath(BASE).auth().oauth2(token()).contentType(ContentType.JSON);
    }

    public ValidatableResponse get(String path) {
        return request().get(path).then();
    }

    public ValidatableResponse post(String path) {
        return request().post(path).then();
    }

    public ValidatableResponse post(String path, Object body) {
        return request().body(body).post(path).then();
    }

    public ValidatableResponse put(String path, Object body) {
        return request().body(body).put(path).then();
    }

    /** Asks for help with a field and gives the ticket's id. */
    public String ask(String field) {
        return post("/tickets", Map.of("field", field, "problem", "Why does my loop never end?"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Becomes available for fields. */
    public void beAvailable(String... fields) {
        put("/availability", Map.of("fields", List.of(fields))).statusCode(200);
    }

    /** Stops being available. */
    public void stop() {
        request().delete("/availability").then().statusCode(204);
    }

    /** One value of the standing, {@code null} when it is not there. */
    public <T> T standing(String path) {
        return get("/standing").statusCode(200).extract().path(path);
    }
}
