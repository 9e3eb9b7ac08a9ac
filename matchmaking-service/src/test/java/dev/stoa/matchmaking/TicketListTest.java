package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.ApiCaller;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever has asked can list the tickets, page by page. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class TicketListTest {

    private final TestIntegrator school = TestIntegrator.with("tickets");

    @Test
    void allPagesTogetherHoldEveryTicketOnceNewestFirst() {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            asked.addFirst(ask(school, "student-" + i));
        }

        assertEquals(asked, pages(school, "/tickets?limit=3", List.of(3, 3, 1)));
        assertEquals(asked, pages(school, "/tickets?limit=7", List.of(7)));
        asked.forEach(id -> school.post("/tickets/" + id + "/cancel").statusCode(200));
    }

    @Test
    void openOnesCanBeListedAlone() {
        String one = ask(school, "one");
        String two = ask(school, "two");
        school.post("/tickets/" + one + "/cancel").statusCode(200);

        school.get("/tickets?state=open")
                .statusCode(200)
                .body("items.id", equalTo(List.of(two)))
                .body("items[0].learner.externalId", equalTo("two"))
                .body("next", nullValue());
        school.get("/tickets")
                .body("items.id", equalTo(List.of(two, one)))
                .body("items[1].state", equalTo("cancelled"));
        school.post("/tickets/" + two + "/cancel").statusCode(200);
        school.get("/tickets?state=open").body("items", equalTo(List.of()));
    }

    @Test
    void nobodySeesOthersTickets() {
        Person ada = Person.named("Ada");
        String schools = ask(school, "one");
        String adas = ada.ask("0541");

        ada.get("/tickets").body("items.id", equalTo(List.of(adas))).body("items[0].learner", nullValue());
        school.get("/tickets").body("items.id", equalTo(List.of(schools)));
        TestIntegrator.with("tickets").get("/tickets").body("items", equalTo(List.of()));
        ada.post("/tickets/" + adas + "/cancel").statusCode(200);
        school.post("/tickets/" + schools + "/cancel").statusCode(200);
    }

    @Test
    void whatCannotBeAPageIsRefused() {
        problem(school.get("/tickets?cursor=nonsense"), 400).body("type", equalTo("/problems/bad-cursor"));
        problem(school.get("/tickets?limit=0"), 400).body("violations.field", hasItem("limit"));
        problem(school.get("/tickets?limit=101"), 400);
        problem(school.get("/tickets?state=closed"), 400).body("violations.field", hasItem("state"));
        problem(TestIntegrator.with("events").get("/tickets"), 403).body("scope", equalTo("tickets"));
    }

    private static String ask(TestIntegrator integrator, String externalId) {
        return integrator
                .post("/tickets", TestIntegrator.wish(externalId, "0541"))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> pages(ApiCaller caller, String path, List<Integer> sizes) {
        List<String> ids = new ArrayList<>();
        List<Integer> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = caller.get(path + next).statusCode(200).extract().jsonPath();
            ids.addAll(page.getList("items.id", String.class));
            found.add(page.getList("items").size());
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        assertEquals(sizes, found);
        return ids;
    }
}
