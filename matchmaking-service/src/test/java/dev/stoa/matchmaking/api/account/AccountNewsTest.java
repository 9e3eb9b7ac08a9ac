package dev.stoa.matchmaking.api.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.queue.Step;
import io.vertx.redis.client.Command;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of an account's open things when it loses fields, is banned or deleted. */
class AccountNewsTest extends TwoListeners {
    private static final String TWO_FIELDS =
            "[{\"code\":\"0613\",\"name\":\"Software\"},{\"code\":\"0541\",\"name\":\"Mathematics\"}]";

    @Test
    void anExpertStaysAvailableForTheFieldsThatAreStillVerified() {
        available();

        tellFields(
                "expert",
                "{\"code\":\"06\",\"name\":\"ICT\",\"verified\":true},"
                        + "{\"code\":\"0541\",\"name\":\"Mathematics\",\"verified\":false}");

        awaitHandled(1);
        assertEquals(
                "[0613]",
                standing("availability").get("fields").findValuesAsText("code").toString());
        assertEquals(0, queue.redis(Command.ZCARD, "{mm}:experts:0541:en").toInteger());
        assertEquals(1, queue.redis(Command.ZCARD, "{mm}:experts:0613:en").toInteger());
        assertEquals(
                0,
                queue.redis(Command.EXISTS, "{mm}:online:0541", "{mm}:online:0541:en")
                        .toInteger());
        assertEquals(
                2,
                queue.redis(Command.EXISTS, "{mm}:online:0613", "{mm}:online:0613:en")
                        .toInteger());
        assertEquals(List.of("availability", "account"), told("expert").subList(1, 3));
        assertEquals(3, told("expert").size());
    }

    @Test
    void anExpertOfWhoseFieldsNoneIsLeftIsNotAvailableAnyMore() {
        available();

        tellFields("expert", "");

        awaitHandled(1);
        assertTrue(standing("availability").isNull());
        assertEquals(List.of("availability", "availability-ended", "account"), told("expert"));
        assertEquals(
                "not-verified",
                lastData("expert", "availability-ended").get("reason").asText());
    }

    @Test
    void anOfferOfALostFieldGoesBackToTheQueue() {
        available();
        String ticket = queue.enqueue("learner");
        offer(ticket);

        tellFields("expert", "{\"code\":\"0541\",\"name\":\"Mathematics\",\"verified\":true}");

        awaitHandled(1);
        assertTrue(standing("offer").isNull());
        assertEquals("available", standing("availability").get("state").asText());
        JsonNode learners = queue.read(queue.standing("learner")).get("ticket");
        assertEquals("queued", learners.get("state").asText());
        assertEquals(1, learners.get("place").asInt());
        assertEquals(
                2,
                queue.redis(Command.EXISTS, "{mm}:online:0541", "{mm}:online:0541:en")
                        .toInteger());
        assertEquals(
                0,
                queue.redis(Command.EXISTS, "{mm}:online:0613", "{mm}:online:0613:en")
                        .toInteger());
    }

    @Test
    void anOfferOfAFieldThatIsKeptStands() {
        available();
        offer(queue.enqueue("learner"));

        tellFields("expert", "{\"code\":\"0613\",\"name\":\"Software\",\"verified\":true}");

        awaitHandled(1);
        assertEquals("ofr_1", standing("offer").get("id").asText());
        assertEquals("offered", standing("availability").get("state").asText());
    }

    @Test
    void whatABannedAccountHasOpenIsEnded() {
        available();
        queue.enqueue("expert");
        String other = queue.enqueue("learner");
        offer(other);

        tell("banned", "expert", "{\"reason\":\"Rude\"}");

        awaitHandled(1);
        assertTrue(standing("availability").isNull());
        assertTrue(standing("ticket").isNull());
        assertTrue(standing("offer").isNull());
        JsonNode cancelled = lastData("expert", "ticket").get("ticket");
        assertEquals("cancelled", cancelled.get("state").asText());
        assertEquals("by-administrator", cancelled.get("reason").asText());
        assertEquals(
                "queued",
                queue.read(queue.standing("learner")).get("ticket").get("state").asText());
    }

    @Test
    void aBannedLearnersExpertIsFreeAgain() {
        available();
        offer(queue.enqueue("learner"));

        tell("deleted", "learner", "{}");

        awaitHandled(1);
        assertTrue(queue.read(queue.standing("learner")).get("ticket").isNull());
        assertEquals("available", standing("availability").get("state").asText());
    }

    @Test
    void theCallOfABannedAccountEndsAndItIsKeptOutOfTheRoom() {
        available();
        String ticket = queue.enqueue("learner");
        offer(ticket);
        queue.ready(ticket, "learner");
        queue.take(Step.ACCEPT, "ofr_1", "expert", "mch_1", "room", "learnerPeer", "expertPeer", 60_000);

        tell("banned", "learner", "{}");

        awaitHandled(1);
        assertTrue(standing("match").isNull());
        assertEquals("available", standing("availability").get("state").asText());
        assertEquals(
                "by-administrator",
                lastData("expert", "match-ended").get("reason").asText());
        assertEquals(1, told("expert").stream().filter("match-ended"::equals).count());
        List<String> left = queue.take(Step.UNTRIED, 0, 100).rows().stream()
                .map(List::getFirst)
                .toList();
        assertTrue(left.stream().anyMatch(member -> member.matches("x:[0-9A-Za-z]+:[0-9A-Za-z]+")), left.toString());
        assertTrue(left.stream().anyMatch(member -> member.startsWith("r:")), left.toString());
    }

    private void available() {
        queue.take(Step.SET_AVAILABILITY, "expert", "Eve", TWO_FIELDS, "[\"en\"]", 60_000, "", "", "");
    }

    private void offer(String ticket) {
        String turn = queue.redis(Command.HGET, "{mm}:ticket:" + ticket, "turn").toString();
        String revision = queue.redis(Command.HGET, "{mm}:availability:expert", "revision")
                .toString();
        assertEquals(
                "OK",
                queue.take(Step.CLAIM, "ofr_1", 60_000, "expert", revision, ticket, turn, "[\"English\"]")
                        .outcome()
                        .name());
    }

    private void tellFields(String account, String fields) {
        tell("fields", account, "{\"displayName\":\"Eve\",\"languages\":[\"en\"],\"fields\":[" + fields + "]}");
    }

    private JsonNode standing(String what) {
        return queue.read(queue.standing("expert")).get(what);
    }

    private JsonNode lastData(String account, String type) {
        return queue.redis(Command.XRANGE, "{mm}:events:" + account, "-", "+").stream()
                .map(entry -> entry.get(1))
                .filter(fields -> fields.get(1).toString().equals(type))
                .map(fields -> queue.read(fields.get(3).toString()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
