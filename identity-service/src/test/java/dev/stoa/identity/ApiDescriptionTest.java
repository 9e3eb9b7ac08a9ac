package dev.stoa.identity;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ApiDescriptionTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theCommittedDescriptionIsTheServedOne() throws IOException {
        var served = given().queryParam("format", "yaml")
                .when()
                .get("/api/identity/openapi")
                .asString();
        if (System.getProperty("update") != null) {
            Files.writeString(COMMITTED, served);
        }

        assertEquals(Files.readString(COMMITTED), served, "openapi.yaml is out of date; run this test with -Dupdate");
    }

    @Test
    void theDescriptionCanBeReadInTheBrowser() {
        given().when().get("/api/identity/docs/").then().statusCode(200).body(containsString("swagger"));
    }
}
