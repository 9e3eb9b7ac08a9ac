package dev.stoa.matchmaking.proof;

import com.fasterxml.jackson.databind.JsonNode;

/** An entry of the log: what an account was told. */
record Told(long id, String account, String type, JsonNode data) {

    long ms() {
        return EventIds.ms(id);
    }
}
