package dev.stoa.matchmaking.proof;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.parsetools.RecordParser;
import java.util.ArrayList;
import java.util.List;

/** An account's event stream, which comes back with the last id it has seen, and all that was heard on it. */
final class Stream {

    private static final long PAUSE_MS = 100;

    /** Something heard: an event, or with {@code standing} where all before it is covered by a standing. */
    record Heard(long id, boolean standing) {}

    private final Vertx vertx;
    private final Service service;
    private final Account account;
    private final Sight sight;
    private final Places places = new Places();
    private final List<Heard> heard = new ArrayList<>();
    private final List<String> wrongs = new ArrayList<>();
    private String lastId = "";
    private int resets;
    private boolean closed;
    private HttpClientResponse open;

    Stream(Vertx vertx, Service service, Account account, Sight sight) {
        this.vertx = vertx;
        this.service = service;
        this.account = account;
        this.sight = sight;
    }

    /** Opens it, and opens it again whenever it ends. */
    void follow() {
        if (!isClosed()) {
            service.watch(account, lastId, this::read, () -> vertx.setTimer(PAUSE_MS, ignored -> follow()));
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void read(HttpClientResponse response) {
        synchronized (this) {
            open = response;
        }
        Event event = new Event();
        RecordParser lines = RecordParser.newDelimited("\n", line -> event.line(line));
        response.handler(lines);
    }

    /** The lines of one event after the other. */
    private final class Event {

        private String id = "";
        private String type = "";

        void line(Buffer buffer) {
            String line = buffer.toString().stripTrailing();
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.startsWith("id:")) {
                id = value;
            } else if (line.startsWith("event:")) {
                type = value;
            } else if (line.startsWith("data:")) {
                hear(id, type, Json.read(value));
            } else if (line.isEmpty()) {
                id = "";
                type = "";
            }
        }
    }

    private synchronized void hear(String id, String type, JsonNode data) {
        if (type.equals("ticket")) {
            places.told(data.path("ticket"));
        }
        sight.see(type, data);
        if (id.isEmpty()) {
            return;
        }
        lastId = id;
        if (type.equals("reset")) {
            resets++;
            places.forget();
        } else {
            heard.add(new Heard(EventIds.of(id), type.equals("standing")));
        }
    }

    String account() {
        return account.id();
    }

    synchronized List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** What is wrong in itself. */
    synchronized List<String> wrongs() {
        List<String> all = new ArrayList<>(wrongs);
        places.wrongs().forEach(wrong -> all.add(account.id() + ": " + wrong));
        return all;
    }

    /** How often it was told that events are gone. */
    synchronized int resets() {
        return resets;
    }

    synchronized boolean hasHeard(long id) {
        return !heard.isEmpty() && heard.getLast().id() >= id;
    }

    void close() {
        synchronized (this) {
            closed = true;
            if (open != null) {
                open.request().reset();
            }
        }
    }
}
