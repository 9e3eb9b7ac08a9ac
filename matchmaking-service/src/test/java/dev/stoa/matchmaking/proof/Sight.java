package dev.stoa.matchmaking.proof;

import com.fasterxml.jackson.databind.JsonNode;

/** What a page knows of its account by its event stream. */
final class Sight {

    private String ticket = "";
    private String ticketState = "";
    private String readyCheck = "";
    private String offer = "";
    private String match = "";
    private String lastMatch = "";
    private boolean available;

    synchronized void see(String type, JsonNode data) {
        switch (type) {
            case "standing" -> {
                ticket(data.path("ticket"));
                available = data.path("availability").has("state");
                offer = data.path("offer").path("id").asText();
                match = data.path("match").path("id").asText();
            }
            case "ticket" -> ticket(data.path("ticket"));
            case "availability" -> available = true;
            case "availability-ended" -> available = false;
            case "offer" -> offer = data.path("offer").path("id").asText();
            case "offer-ended" -> offer = "";
            case "match" -> match = data.path("match").path("id").asText();
            case "match-ended" -> {
                lastMatch = match;
                match = "";
            }
            default -> {}
        }
    }

    private void ticket(JsonNode seen) {
        ticketState = seen.path("state").asText();
        readyCheck = seen.path("readyCheck").path("offerId").asText();
        ticket = Life.isOpen(ticketState) || ticketState.equals("failed")
                ? seen.path("id").asText()
                : "";
    }

    synchronized String ticket() {
        return ticket;
    }

    synchronized String ticketState() {
        return ticketState;
    }

    /** The offer of the ready check; empty when there is none. */
    synchronized String readyCheck() {
        return readyCheck;
    }

    synchronized String offer() {
        return offer;
    }

    synchronized String match() {
        return match;
    }

    /** The match that ended last; empty when there was none yet. */
    synchronized String lastMatch() {
        return lastMatch;
    }

    synchronized boolean available() {
        return available;
    }
}
