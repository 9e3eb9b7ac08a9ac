package dev.stoa.signaling.proof.stranger;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Writes down what happens to one client. For any thread. */
final class Diary {

    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private volatile long heardAt = System.nanoTime();

    void offered(long n, String to, String text) {
        events.add(new Event.Offered(System.nanoTime(), n, to, text));
    }

    void cut(int code) {
        events.add(new Event.Cut(System.nanoTime(), code));
    }

    /** An error about a message of the client's own. */
    void failed(long n, String code, boolean forGood) {
        var now = System.nanoTime();
        events.add(forGood ? new Event.Refused(now, n, code) : new Event.PutOff(now, n, code));
    }

    /** A message of the service; errors, and what says nothing to a history, are left out. */
    void came(JsonNode message) {
        var now = System.nanoTime();
        var seq = message.path("seq").asLong();
        var type = message.path("type").asText();
        switch (type) {
            case "welcome" -> events.add(new Event.Began(now, text(message, "instance"), text(message, "epoch"), seq));
            case "resumed" -> {
                var received = message.path("received").asLong();
                events.add(new Event.CameBack(now, text(message, "instance"), received));
                events.add(new Event.Settled(now, received));
            }
            case "ack" -> events.add(new Event.Settled(now, message.path("n").asLong()));
            case "chat" -> heard(seq, text(message, "from"), text(message, "text"));
            case "description" -> heard(seq, text(message, "from"), text(message.path("description"), "sdp"));
            case "peer-joined", "peer-resumed" ->
                events.add(new Event.Told(now, seq, type, text(message.path("peer"), "peer"), ""));
            case "peer-left", "peer-reconnecting" ->
                events.add(new Event.Told(now, seq, type, text(message, "peer"), text(message, "reason")));
            default -> {}
        }
    }

    private void heard(long seq, String from, String text) {
        heardAt = System.nanoTime();
        events.add(new Event.Heard(heardAt, seq, from, text));
    }

    /** When something of another client last came. */
    long heardAt() {
        return heardAt;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    static String text(JsonNode message, String field) {
        return message.path(field).asText();
    }
}
