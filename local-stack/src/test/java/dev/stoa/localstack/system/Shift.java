package dev.stoa.localstack.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Learners who ask and experts who help, again and again, by polling and with retries, until the shift is over. What is odd is
 * written down.
 */
final class Shift implements AutoCloseable {
    private static final String TICKETS = "/api/matchmaking/v1/tickets";
    /** Nobody else asks about it. */
    static final String FIELD = "0811";

    private static final Set<String> OVER = Set.of("completed", "cancelled", "expired", "failed");
    /** What becomes of a ticket whose learner has left the match: nobody comes into a room here. The release before completes it. */
    private static final Set<String> LEFT = Set.of("cancelled", "completed");

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final Queue<String> oddities = new ConcurrentLinkedQueue<>();
    private final Map<String, String> matches = new ConcurrentHashMap<>();
    private volatile boolean asking = true;
    private volatile boolean helping = true;

    /** From now on nobody asks anew; what is open is brought to its end. */
    void takeNoMore() {
        asking = false;
    }

    /** From now on nobody helps any more. */
    void end() {
        helping = false;
    }

    /** Whatever has gone wrong: those who ask and help come to an end. */
    @Override
    public void close() {
        takeNoMore();
        end();
    }

    Queue<String> oddities() {
        return oddities;
    }

    /** How many tickets were brought to their end. */
    int helped() {
        return matches.size();
    }

    /** The ids of the matches that brought tickets to their end. */
    List<String> matches() {
        return List.copyOf(matches.values());
    }

    void learn(String name, ApiClient api) {
        while (asking) {
            var asked = api.stubbornly(
                    "POST", TICKETS, Map.of("field", FIELD, "languages", List.of("en"), "problem", "Stuck: " + name));
            if (asked.status() != 201) {
                oddities.add(name + " could not ask: " + asked);
                return;
            }
            follow(name, api, asked.body().get("id").asText());
        }
    }

    private void follow(String name, ApiClient api, String ticket) {
        var path = TICKETS + "/" + ticket;
        for (; ; ) {
            var answer = api.stubbornly("GET", path, null);
            if (answer.status() != 200) {
                oddities.add(ticket + " of " + name + " was lost: " + answer);
                return;
            }
            var now = answer.body();
            var state = now.get("state").asText();
            if (OVER.contains(state)) {
                if (!LEFT.contains(state)) oddities.add(ticket + " of " + name + " ended as " + now);
                return;
            }
            step(name, api, path, now);
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private void step(String name, ApiClient api, String path, JsonNode ticket) {
        switch (ticket.get("state").asText()) {
            case "offered" -> {
                if (!ticket.get("readyCheck").get("ready").asBoolean()) api.stubbornly("POST", path + "/ready", null);
            }
            case "paused" -> api.stubbornly("POST", path + "/resume", null);
            case "matched", "in-call" -> {
                var match = ticket.get("matchId").asText();
                var before = matches.put(path, match);
                if (before != null && !before.equals(match)) oddities.add(name + " was matched twice: " + ticket);
                api.stubbornly("POST", "/api/matchmaking/v1/matches/" + match + "/leave", null);
            }
            default -> {}
        }
    }

    void help(String name, ApiClient api) {
        while (helping) {
            var standing = api.stubbornly("GET", "/api/matchmaking/v1/standing", null);
            if (standing.status() != 200) oddities.add(name + " was not let in: " + standing);
            var now = standing.body();
            if (now.path("availability").isNull()) {
                api.stubbornly("PUT", "/api/matchmaking/v1/availability", Map.of("fields", List.of(FIELD)));
            } else {
                api.stubbornly("POST", "/api/matchmaking/v1/availability/renew", null);
            }
            if (now.path("offer").has("id") && !now.get("offer").get("accepted").asBoolean()) {
                api.stubbornly(
                        "POST",
                        "/api/matchmaking/v1/offers/"
                                + now.get("offer").get("id").asText() + "/accept",
                        null);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
        // Else learners of later tests are offered to nobody until the lease ends.
        api.stubbornly("DELETE", "/api/matchmaking/v1/availability", null);
    }
}
