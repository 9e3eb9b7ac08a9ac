package dev.stoa.matchmaking.meeting.match;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.support.TestQueue;
import io.vertx.redis.client.Command;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Goes through all that accounts were told and notes what must not have happened. */
final class History {

    private static final int NO_PLACE = Integer.MAX_VALUE;

    private final TestQueue queue;
    private final Set<String> cancelled;
    private final Map<String, String> runningMatch = new HashMap<>();
    private final Map<String, String> matchOfTicket = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String> wrongs = new ArrayList<>();
    private int matches;

    /** @param cancelled the tickets whose cancelling was acknowledged */
    History(TestQueue queue, Set<String> cancelled) {
        this.queue = queue;
        this.cancelled = cancelled;
    }

    /** Checks the whole log, and then where every ticket and account has ended up. */
    History check(List<List<String>> log) {
        log.forEach(fields -> told(fields.get(1), fields.get(3), queue.read(fields.get(5))));
        places.keySet().forEach(this::checkEnd);
        runningMatch.forEach((account, match) -> wrongs.add(account + " is left in " + match));
        return this;
    }

    List<String> wrongs() {
        return wrongs;
    }

    Set<String> tickets() {
        return new HashSet<>(places.keySet());
    }

    int matches() {
        return matches;
    }

    private void told(String account, String type, JsonNode data) {
        switch (type) {
            case "ticket" -> ticket(data.path("ticket"));
            case "match" -> match(account, data.path("match").path("id").asText());
            case "match-ended" -> {
                if (!runningMatch.remove(account, data.path("matchId").asText())) {
                    wrongs.add(account + " ended what had not begun");
                }
            }
            default -> {}
        }
    }

    private void ticket(JsonNode ticket) {
        String id = ticket.path("id").asText();
        int place = ticket.path("place").asInt(NO_PLACE);
        if (place < NO_PLACE && place > places.getOrDefault(id, NO_PLACE)) {
            wrongs.add(id + " moved back to place " + place);
        }
        places.put(id, place);
        String match = ticket.path("matchId").asText();
        if (match.isEmpty()) {
            matchOfTicket.remove(id);
            return;
        }
        String before = matchOfTicket.putIfAbsent(id, match);
        if (before != null && !before.equals(match)) {
            wrongs.add(id + " is in " + before + " and " + match);
        }
    }

    private void match(String account, String match) {
        String before = runningMatch.putIfAbsent(account, match);
        if (before == null) {
            matches++;
        } else if (!before.equals(match)) {
            wrongs.add(account + " is in " + before + " and " + match);
        }
    }

    /** Every ticket still waits, seen or unseen, or was cancelled, either as such or by leaving its match, which nobody has come to. */
    private void checkEnd(String ticket) {
        String state = String.valueOf(queue.redis(Command.HGET, "{mm}:ticket:" + ticket, "state"));
        boolean waits = queue.redis(Command.ZSCORE, "{mm}:waiting:0613", ticket) != null;
        boolean indexed = queue.redis(Command.ZSCORE, "{mm}:tickets:06:en", ticket) != null;
        boolean matched = matchOfTicket.containsKey(ticket);
        boolean right = switch (state) {
            case "queued" -> waits && indexed && !matched;
            case "paused" -> waits && !indexed && !matched;
            case "cancelled" -> !waits && !indexed && matched != cancelled.contains(ticket);
            default -> false;
        };
        if (!right) {
            wrongs.add(ticket + " is lost: " + state + (waits ? ", waits" : "") + (indexed ? ", indexed" : "")
                    + (matched ? ", matched" : ""));
        }
    }
}
