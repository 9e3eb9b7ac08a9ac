package dev.stoa.matchmaking.proof;

import com.fasterxml.jackson.databind.JsonNode;

/** An answer over HTTP; whatever leaves open whether something was done is {@link #UNKNOWN}. */
record Answer(int status, JsonNode body) {

    /** Instead of a status: no answer in time, the connection was lost, or a 5xx. */
    static final int UNKNOWN = 0;

    String text(String... path) {
        JsonNode node = body;
        for (String name : path) {
            node = node.path(name);
        }
        return node.asText("");
    }
}
