package dev.stoa.matchmaking.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The offers as the log tells of them: only of tickets that wait, to experts who are free and fit as they are right then,
 * one at a time, and over in time.
 */
final class Offers {

    private record Availability(Set<String> fields, Set<String> languages, boolean silent) {}

    private record Open(String ticket, String expert, long madeAt, long expiresAt) {}

    private final Wrongs wrongs;
    private final Tickets tickets;
    private final Matches matches;
    private final Map<String, Availability> available = new HashMap<>();
    private final Map<String, Open> open = new HashMap<>();
    private final Map<String, String> ofExpert = new HashMap<>();
    private final Map<String, String> ofTicket = new HashMap<>();
    private final Set<List<String>> declined = new HashSet<>();
    private final Map<Set<String>, LongList> meetings = new HashMap<>();
    private final Overdue overdue = new Overdue();
    private int count;

    Offers(Wrongs wrongs, Tickets tickets, Matches matches) {
        this.wrongs = wrongs;
        this.tickets = tickets;
        this.matches = matches;
    }

    void availability(Told told) {
        JsonNode seen = told.data().path("availability");
        Set<String> fields = new TreeSet<>();
        seen.path("fields").forEach(field -> fields.add(field.path("code").asText()));
        Set<String> languages = new TreeSet<>();
        seen.path("languages").forEach(language -> languages.add(language.asText()));
        boolean silent = seen.path("doNotDisturb").asBoolean();
        available.put(told.account(), new Availability(fields, languages, silent));
    }

    void availabilityEnded(Told told) {
        if (available.remove(told.account()) == null) {
            wrongs.add(told.account() + " ended an availability that was not there");
        }
    }

    void made(Told told) {
        JsonNode offer = told.data().path("offer");
        String id = offer.path("id").asText();
        String expert = told.account();
        String ticket = offer.path("ticketId").asText();
        if (open.containsKey(id)) {
            return;
        }
        count++;
        long expiresAt = Instant.parse(offer.path("expiresAt").asText()).toEpochMilli();
        open.put(id, new Open(ticket, expert, told.ms(), expiresAt));
        alone(ofExpert.put(expert, id), expert, id);
        alone(ofTicket.put(ticket, id), ticket, id);
        Tickets.Known known = tickets.get(ticket);
        if (known == null) {
            wrongs.add(id + " offers an unknown ticket");
            return;
        }
        fits(id, expert, known);
        if (!known.account.equals(expert)) {
            meetings.computeIfAbsent(Set.of(expert, known.account), pair -> new LongList())
                    .add(told.ms());
        }
    }

    private void alone(@Nullable String before, String whose, String offer) {
        if (before != null) {
            wrongs.add(whose + " has two offers at once: " + before + " and " + offer);
        }
    }

    private void fits(String id, String expert, Tickets.Known ticket) {
        String what = id + " of " + ticket.id + " to " + expert + ": ";
        Availability availability = available.get(expert);
        if (availability == null) {
            wrongs.add(what + "is not available");
        } else {
            if (availability.silent()) {
                wrongs.add(what + "does not want to be disturbed");
            }
            if (availability.fields().stream().noneMatch(ticket.field::startsWith)) {
                wrongs.add(what + "helps with " + availability.fields() + ", not with " + ticket.field);
            }
            if (availability.languages().stream().noneMatch(ticket.languages::contains)) {
                wrongs.add(what + "speaks " + availability.languages() + ", not " + ticket.languages);
            }
        }
        if (!ticket.state.equals("queued")) {
            wrongs.add(what + "the ticket is " + ticket.state);
        }
        if (ticket.account.equals(expert)) {
            wrongs.add(what + "is the learner");
        }
        if (matches.isBusy(expert) || matches.isBusy(ticket.account)) {
            wrongs.add(what + "one of them is in a match");
        }
        if (declined.contains(List.of(ticket.id, expert))) {
            wrongs.add(what + "has declined it");
        }
    }

    void ended(Told told) {
        String id = told.data().path("offerId").asText();
        Open ended = open.remove(id);
        if (ended == null) {
            wrongs.add(id + " ended without being open");
            return;
        }
        ofExpert.remove(ended.expert(), id);
        ofTicket.remove(ended.ticket(), id);
        if (told.data().path("reason").asText().equals("declined")) {
            declined.add(List.of(ended.ticket(), ended.expert()));
        }
        overdue.add(ended.madeAt(), ended.expiresAt(), told.ms());
    }

    /** At the end: an offer that is long over is not open. */
    void finish(long now) {
        open.forEach((id, offer) -> {
            if (now - offer.expiresAt() > Overdue.LATEST_MS) {
                wrongs.add(id + " is still open");
            }
        });
    }

    /** When a ticket of one was offered to the other, in ms since 1970. */
    LongList meetings(Set<String> pair) {
        return meetings.getOrDefault(pair, new LongList());
    }

    boolean noneIsOpen() {
        return open.isEmpty() && available.isEmpty();
    }

    int count() {
        return count;
    }

    /** For how long they outlived their deadlines. */
    Overdue overdue() {
        return overdue;
    }
}
