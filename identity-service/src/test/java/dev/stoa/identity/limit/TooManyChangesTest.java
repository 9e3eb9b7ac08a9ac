package dev.stoa.identity.limit;

import static java.util.stream.Collectors.groupingBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.identity.Somebody;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TooManyChangesTest {

    private final Somebody person = Somebody.withAnAccount();

    @Test
    void whoChangesHerAccountAgainAndAgainHasToWaitAndNobodyElse() {
        var answers = IntStream.range(0, 200)
                .mapToObj(i -> change(person, "Name " + i))
                .toList();

        var byStatus =
                answers.stream().collect(groupingBy(answer -> answer.extract().statusCode()));
        assertEquals(Set.of(200, 429), byStatus.keySet());
        assertTrue(byStatus.get(200).size() >= 20, () -> byStatus.get(200).size() + " changes");
        assertTrue(byStatus.get(429).size() > 100, () -> byStatus.get(429).size() + " refused");
        byStatus.get(429)
                .getFirst()
                .contentType("application/problem+json")
                .header("Retry-After", matchesPattern("[12]"))
                .body("type", equalTo("/problems/quota-exceeded"));
        change(Somebody.withAnAccount(), "Else").statusCode(200);
        person.get("/me").statusCode(200);
    }

    @Test
    void deletionsAreChanges() {
        var statuses = IntStream.range(0, 200)
                .mapToObj(i -> person.delete("/me").extract().statusCode())
                .toList();

        assertEquals(Set.of(204, 429), Set.copyOf(statuses));
        assertTrue(Collections.frequency(statuses, 429) > 100, statuses::toString);
    }

    @Test
    void administratorsMayDoMoreButNotAnyNumberOfThings() {
        var admin = Somebody.administrator();
        person.offering("Grace", "0613");
        var path = "/accounts/" + person.id() + "/verifications/0613";

        var statuses = IntStream.range(0, 500)
                .mapToObj(i -> admin.put(path).extract().statusCode())
                .toList();

        assertEquals(Set.of(204, 429), Set.copyOf(statuses));
        assertTrue(statuses.indexOf(429) >= 200, () -> "refused after " + statuses.indexOf(429));
        admin.get("/accounts/" + person.id()).statusCode(200);
    }

    private static ValidatableResponse change(Somebody who, String name) {
        return who.put("/me", Map.of("displayName", name, "languages", List.of("en"), "fields", List.of()));
    }
}
