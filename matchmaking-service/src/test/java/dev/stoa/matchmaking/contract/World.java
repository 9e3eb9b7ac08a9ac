package dev.stoa.matchmaking.contract;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.support.ApiCaller;
import dev.stoa.matchmaking.support.Guest;
import dev.stoa.matchmaking.support.Passing;
import dev.stoa.matchmaking.support.Person;
import dev.stoa.matchmaking.support.TestIntegrator;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Somebody who can do what an operation is for, and what it can be done to. Each world has people of its own, who speak a
 * language that nobody else speaks.
 */
final class World implements AutoCloseable {

    /** Who calls, and with which id in the path. */
    record Ready(ApiCaller caller, String id) {}

    /** Where webhooks lead to in examples. */
    private static final String EXAMPLE_HOST = "https://school.example";

    private static int next;

    private final Person learner;
    private final Person expert;

    World() {
        String[] languages = Locale.getISOLanguages();
        String language;
        do {
            language = languages[next++ % languages.length];
        } while (language.length() != 2 || List.of("en", "de", "ro").contains(language));
        learner = Person.named("Ada").speaking(language);
        expert = Person.named("Bob").speaking(language);
    }

    /** Prepares what an operation needs; an operation that is new has to be added here. */
    Ready prepare(String operation, JsonNode body) {
        return switch (operation) {
            case "createTicket" ->
                new Ready(body.has("learner") ? TestIntegrator.with("tickets sandbox") : learner, "");
            case "getTicket", "changeTicket", "cancelTicket", "pauseTicket" -> new Ready(learner, ask());
            case "resumeTicket" -> after(ask(), id -> learner.post("/tickets/" + id + "/pause"));
            case "reopenTicket" -> after(ask(), this::failToCome);
            case "sayReady" -> after(ask(), id -> offer());
            case "acceptOffer", "declineOffer" -> {
                ask();
                yield new Ready(expert, offer());
            }
            case "getMatch",
                    "leaveMatch",
                    "createRoomPass",
                    "blockPeer",
                    "unblockPeer",
                    "favourExpert",
                    "unfavourExpert" -> new Ready(learner, meet());
            case "rateMatch", "thankForMatch" -> new Ready(learner, talk());
            case "listBlocks", "deleteBlock" -> new Ready(learner, relation("block", "/blocks"));
            case "listFavourites", "deleteFavourite" -> new Ready(learner, relation("favourite", "/favourites"));
            case "listHistory" -> {
                talk();
                yield new Ready(learner, first("/history", "items[0].match.id"));
            }
            case "listTickets", "getStanding", "streamEvents" -> new Ready(learner, ask());
            case "setAvailability" -> new Ready(expert, "");
            case "renewAvailability", "getAvailability", "endAvailability" -> {
                expert.beAvailable("0613");
                yield new Ready(expert, "");
            }
            case "beginSelfTest" -> new Ready(administrator(), "");
            case "createSelfTestPass" -> selfTest(administrator());
            case "getFieldStatistics", "getPassKeys" -> new Ready(learner, "");
            case "forgetLearner" -> new Ready(TestIntegrator.with("tickets"), "student-4711");
            case "shutIntegratorOut" -> new Ready(administrator(), "our-school");
            case "createWebhook" -> new Ready(TestIntegrator.with("webhooks"), "");
            case "listWebhooks",
                    "getWebhook",
                    "changeWebhook",
                    "deleteWebhook",
                    "rotateWebhookSecret",
                    "testWebhook",
                    "listDeliveries" -> webhook();
            default -> throw new AssertionError("Say what " + operation + " needs, so that its examples can be tried");
        };
    }

    /** A text with this service in place of the host of examples, which does not exist. */
    static String here(String text) {
        return text.replace(EXAMPLE_HOST, "http://127.0.0.1:" + RestAssured.port);
    }

    private Ready after(String ticket, Consumer<String> step) {
        step.accept(ticket);
        return new Ready(learner, ticket);
    }

    private String ask() {
        return learner.ask("0613");
    }

    private String offer() {
        expert.beAvailable("0613");
        return expert.awaitOffer();
    }

    private String meet() {
        ask();
        expert.beAvailable("0613");
        return expert.meet(learner);
    }

    private String talk() {
        ask();
        expert.beAvailable("0613");
        String match = expert.talkTo(learner);
        learner.post("/matches/" + match + "/leave").statusCode(204);
        return match;
    }

    private void failToCome(String ticket) {
        expert.beAvailable("0613");
        Passing.match(expert.meet(learner));
        await().until(() -> learner.standing("ticket") == null);
    }

    private String relation(String kind, String list) {
        learner.request().put("/matches/" + talk() + "/" + kind).then().statusCode(204);
        return first(list, "items[0].id");
    }

    private String first(String list, String path) {
        await().until(() -> learner.get(list).extract().path(path) != null);
        return learner.get(list).extract().path(path);
    }

    private static Person administrator() {
        return Person.named("Hypatia").administrator();
    }

    private static Ready selfTest(Person administrator) {
        var begun = administrator.post("/self-tests").statusCode(201).extract();
        Guest guest = new Guest(begun.path("token"));
        await().until(() -> "offered".equals(guest.standing("ticket.state")));
        guest.post("/tickets/" + begun.path("ticketId") + "/ready").statusCode(200);
        await().until(() -> guest.standing("match.id") != null);
        return new Ready(administrator, begun.path("id"));
    }

    private static Ready webhook() {
        TestIntegrator school = TestIntegrator.with("webhooks");
        return new Ready(
                school,
                school.post("/webhooks", Map.of("url", here(EXAMPLE_HOST) + "/stoa"))
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    @Override
    public void close() {
        expert.stop();
        if (learner.standing("match.id") != null) {
            learner.post("/matches/" + learner.standing("match.id") + "/leave");
        }
        if (learner.standing("ticket.id") != null) {
            learner.cancelForGood(learner.standing("ticket.id"));
        }
    }
}
