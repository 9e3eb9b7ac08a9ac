package dev.stoa.matchmaking.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The places that one learner is told, in the order of the telling: they only move forward. */
final class Places {

    private final List<String> wrongs = new ArrayList<>();
    private String ticket = "";
    private int place = Integer.MAX_VALUE;

    /** A ticket as an event shows it. */
    void told(JsonNode told) {
        String id = told.path("id").asText();
        if (!id.equals(ticket)) {
            ticket = id;
            forget();
        }
        if (!told.has("place")) {
            return;
        }
        int next = told.path("place").asInt();
        if (next > place) {
            wrongs.add(id + " moved back from place " + place + " to " + next);
        }
        place = next;
    }

    /** What was told before counts no more. */
    void forget() {
        place = Integer.MAX_VALUE;
    }

    List<String> wrongs() {
        return List.copyOf(wrongs);
    }
}
