package dev.stoa.matchmaking;

import static dev.stoa.matchmaking.support.ProblemCheck.problem;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.ApiCaller;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Whoever has asked can list the tickets, page by page. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class TicketListTest {

    private static final int GONE = 50_000;
    private static final int AT_ONCE = 1_000;
    private static final int SLOW_MICROSECONDS = 250_000;

    @Inject
    Vertx vertx;

    private final TestIntegrator school = TestIntegrator.with("tickets");

    @Test
    void allPagesTogetherHoldEveryTicketOnceNewestFirst() {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            asked.addFirst(ask(school, "student-" + i));
        }

        List<List<String>> byThree = pages(school, "/tickets?limit=3");
        assertEquals(List.of(3, 3, 1), byThree.stream().map(List::size).toList());
        assertEquals(asked, byThree.stream().flatMap(List::stream).toList());
        assertEquals(List.of(asked), pages(school, "/tickets?limit=7"));
        asked.forEach(id -> school.post("/tickets/" + id + "/cancel").statusCode(200));
    }

    @Test
    void manyThatAreGoneHoldUpNobody() {
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            asked.addFirst(ask(school, "student-" + i));
        }
        String redis = ConfigProvider.getConfig().getValue("stoa.queue.redis-url", String.class);
        try (TestQueue queue = new TestQueue(vertx, redis)) {
            addGone(queue, asked.getFirst());
            String usual = queue.redis(Command.CONFIG, "GET", "slowlog-log-slower-than")
                    .get(1)
                    .toString();
            queue.redis(Command.CONFIG, "SET", "slowlog-log-slower-than", SLOW_MICROSECONDS);
            queue.redis(Command.SLOWLOG, "RESET");

            List<List<String>> pages = pages(school, "/tickets?limit=1");

            assertEquals(asked, pages.stream().flatMap(List::stream).toList());
            assertEquals(0, queue.redis(Command.SLOWLOG, "LEN").toInteger());
            queue.redis(Command.CONFIG, "SET", "slowlog-log-slower-than", usual);
        }
        asked.forEach(id -> school.post("/tickets/" + id + "/cancel").statusCode(200));
    }

    /** Older ids of whoever has asked for this ticket, whose tickets are not kept any more. */
    private static void addGone(TestQueue queue, String ticket) {
        String list = queue.redis(Command.KEYS, "{mm}:tickets-of:*").stream()
                .map(Object::toString)
                .filter(key -> queue.redis(Command.ZSCORE, key, ticket) != null)
                .findFirst()
                .orElseThrow();
        long newest = queue.redis(Command.ZSCORE, list, ticket).toLong() - 60_000;
        for (int from = 0; from < GONE; from += AT_ONCE) {
            List<Object> arguments = new ArrayList<>(List.of(list));
            for (int number = from; number < from + AT_ONCE; number++) {
                arguments.add(newest - number);
                arguments.add("tkt_%022d".formatted(number));
            }
            queue.redis(Command.ZADD, arguments.toArray());
        }
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

    private static List<List<String>> pages(ApiCaller caller, String path) {
        List<List<String>> pages = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = caller.get(path + next).statusCode(200).extract().jsonPath();
            pages.add(page.getList("items.id", String.class));
            next = page.getString("next") == null ? null : "&cursor=" + page.getString("next");
        }
        return pages;
    }
}
