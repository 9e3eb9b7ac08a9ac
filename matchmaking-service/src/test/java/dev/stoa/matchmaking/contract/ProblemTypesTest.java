package dev.stoa.matchmaking.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.matchmaking.support.ApiCaller;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever handles a problem by its type finds all types in the OpenAPI document or in what integrators read. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class ProblemTypesTest {

    /** The type of a problem in the sources, and after it the title. */
    private static final Pattern TYPE = Pattern.compile("\"(?<type>[a-z]+(-[a-z]+)*)\",\\s*\"[A-Z]");

    @Test
    void everyTypeOfOurOwnIsNamed() throws IOException {
        Set<String> types = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TYPE.matcher(Files.readString(file)).results().forEach(found -> types.add(found.group("type")));
            }
        }

        assertTrue(types.containsAll(Set.of("stale", "unavailable", "sandbox-full", "bad-cursor")), types::toString);
        assertEquals(Set.of(), unnamed(types));
    }

    @Test
    void everyTypeThatTheFrameworkAnswersWithIsNamed() throws IOException {
        Set<String> types = Stream.of(
                        RestAssured.get(ApiCaller.BASE + "/standing"),
                        ada().get("/nothing"),
                        ada().delete("/tickets"),
                        ada().accept("text/html").get("/standing"),
                        ada().contentType("text/plain").body("x").post("/tickets"),
                        ada().body("{").post("/tickets"),
                        ada().body("x".repeat(20_000)).post("/tickets"))
                .map(ProblemTypesTest::type)
                .collect(Collectors.toCollection(TreeSet::new));
        types.add("length-required");
        types.add("internal-server-error");

        assertEquals(9, types.size(), types::toString);
        assertEquals(Set.of(), unnamed(types));
    }

    private static RequestSpecification ada() {
        return Person.named("Ada").request();
    }

    private static String type(Response answer) {
        return answer.then().extract().<String>path("type").replace("/problems/", "");
    }

    private static Set<String> unnamed(Set<String> types) throws IOException {
        String named = Files.readString(Path.of("openapi.yaml")) + Files.readString(Path.of("../docs/api.md"));
        return types.stream()
                .filter(type -> !named.contains("`/problems/" + type + "`"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
