package dev.stoa.identity.account;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.identity.Somebody;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AdministrationResourceTest {

    private final Somebody admin = Somebody.administrator();

    /** A name that nobody else has. */
    private final String family = UUID.randomUUID().toString().substring(0, 13);

    @Test
    void accountsAreFoundByPartsOfTheirNamesAndPagedThrough() {
        for (String name : List.of("b ", "C ", "a ", "D ", "a ")) {
            Somebody.withAnAccount().offering(name + family);
        }

        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var page = admin.get("/accounts?q={q}&limit=2&cursor={c}", family.toUpperCase(), cursor)
                    .statusCode(200)
                    .extract();
            names.addAll(page.path("items.displayName"));
            cursor = page.path("next");
        } while (cursor != null);

        assertEquals(List.of("a " + family, "a " + family, "b " + family, "C " + family, "D " + family), names);
    }

    @Test
    void onlyThoseWhoAwaitAVerificationAreShownIfWished() {
        var done = Somebody.withAnAccount().offering("done " + family, "0613");
        Somebody.withAnAccount().offering("learner " + family);
        var half = Somebody.withAnAccount().offering("half " + family, "0613", "054");
        Somebody.withAnAccount().offering("none " + family, "0613");
        admin.put("/accounts/" + done.id() + "/verifications/0613").statusCode(204);
        admin.put("/accounts/" + half.id() + "/verifications/0613").statusCode(204);

        admin.get("/accounts?awaiting=true&q={q}", family)
                .body("items.displayName", equalTo(List.of("half " + family, "none " + family)))
                .body("items[0].fields.verified", equalTo(List.of(true, false)))
                .body("items[0].banned", equalTo(false))
                .body("$", not(hasKey("next")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!", "bm8", "WyJhIl0", "WyIiLCIiXQ", "W3t9LHt9XQ"})
    void aBrokenCursorIsAProblem(String cursor) {
        admin.get("/accounts?cursor={c}", cursor)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/bad-cursor"));
    }

    @Test
    void aCursorWithCharactersThatTheDatabaseRefusesIsAProblem() {
        var text = "[\"a\\u0000b\",\"id\"]".getBytes(StandardCharsets.UTF_8);

        admin.get("/accounts?cursor={c}", Base64.getUrlEncoder().encodeToString(text))
                .statusCode(400)
                .body("type", equalTo("/problems/bad-cursor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "awaiting=maybe", "q=\u0000", "limit=-1"})
    void aSearchOutOfBoundsIsAProblem(String query) {
        admin.get("/accounts?" + query)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-input"));
    }

    @Test
    void signsOfPatternsAreOnlyThemselves() {
        Somebody.withAnAccount().offering("100% " + family);
        Somebody.withAnAccount().offering("100 " + family);

        admin.get("/accounts?q={q}", "100% " + family).body("items.size()", equalTo(1));
    }
}
