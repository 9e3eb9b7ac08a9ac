package dev.stoa.matchmaking;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description of the API is the one that is served. {@code -Dupdate} rewrites it. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class OpenApiTest {

    private static final Path COMMITTED = Path.of("openapi.yaml");

    @Test
    void theCommittedDocumentIsTheServedOne() throws IOException {
        String served = given().accept("application/yaml")
                .get("/api/matchmaking/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        if (System.getProperty("update") != null) {
            Files.writeString(COMMITTED, served);
        }
        assertEquals(Files.readString(COMMITTED), served);
    }

    @Test
    void theDocumentCanBeBrowsed() {
        given().get("/api/matchmaking/docs/").then().statusCode(200).body(containsString("swagger"));
    }
}
