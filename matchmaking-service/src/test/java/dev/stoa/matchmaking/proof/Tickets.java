package dev.stoa.matchmaking.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The tickets as the log tells of them: legal moves only, one open ticket to an account, one running match to a ticket. */
final class Tickets {

    /** From a moment on a ticket was in a state. */
    private record Moment(long ms, String state) {}

    /** What is known of one. */
    static final class Known {

        final String id;
        final String account;
        final List<Moment> moments = new ArrayList<>();
        String state = "";
        String field = "";
        Set<String> languages = Set.of();
        long revision;
        int offers;

        @Nullable
        String runningMatch;

        Known(String id, String account) {
            this.id = id;
            this.account = account;
        }
    }

    private final Wrongs wrongs;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, String> open = new HashMap<>();
    private final Map<String, String> ticketOfMatch = new HashMap<>();

    Tickets(Wrongs wrongs) {
        this.wrongs = wrongs;
    }

    void told(Told told) {
        JsonNode seen = told.data().path("ticket");
        Known ticket = known.computeIfAbsent(seen.path("id").asText(), id -> new Known(id, told.account()));
        String state = seen.path("state").asText();
        if (!ticket.account.equals(told.account())) {
            wrongs.add(told.account() + " is told of the ticket " + ticket.id + " of " + ticket.account);
        }
        long revision = seen.path("revision").asLong();
        if (revision <= ticket.revision) {
            wrongs.add(ticket.id + " went from revision " + ticket.revision + " to " + revision);
        }
        ticket.revision = revision;
        if (!Life.allows(ticket.state, state)) {
            wrongs.add(ticket.id + " went from " + ticket.state + " to " + state);
        }
        if (state.equals("matched") && !ticket.state.equals("matched")) {
            match(ticket, seen.path("matchId").asText());
        }
        if (state.equals("offered") && !ticket.state.equals("offered")) {
            ticket.offers++;
        }
        hold(ticket, state);
        ticket.state = state;
        ticket.field = seen.path("field").path("code").asText();
        ticket.languages = new TreeSet<>();
        seen.path("languages").forEach(language -> ticket.languages.add(language.asText()));
        ticket.moments.add(new Moment(told.ms(), state));
    }

    private void hold(Known ticket, String state) {
        if (Life.isOpen(state)) {
            String before = open.put(ticket.account, ticket.id);
            if (before != null && !before.equals(ticket.id)) {
                wrongs.add(ticket.account + " has two open tickets: " + before + " and " + ticket.id);
            }
        } else {
            open.remove(ticket.account, ticket.id);
        }
    }

    private void match(Known ticket, String match) {
        if (ticket.runningMatch != null) {
            wrongs.add(ticket.id + " is in " + ticket.runningMatch + " and " + match);
        }
        String other = ticketOfMatch.putIfAbsent(match, ticket.id);
        if (match.isEmpty() || other != null) {
            wrongs.add(ticket.id + " is in the match " + match + ", which is that of " + other);
        }
        ticket.runningMatch = match;
    }

    /** A match has ended. */
    void matchEnded(String match) {
        Known ticket = known.get(ticketOfMatch.getOrDefault(match, ""));
        if (ticket != null && match.equals(ticket.runningMatch)) {
            ticket.runningMatch = null;
        }
    }

    /** All that there have been. */
    Iterable<Known> all() {
        return known.values();
    }

    int count() {
        return known.size();
    }

    @Nullable
    Known get(String id) {
        return known.get(id);
    }

    /** Whether a ticket was in a state at some moment between the two. */
    static boolean was(Known ticket, String state, long from, long to) {
        String current = "";
        for (Moment moment : ticket.moments) {
            if (moment.ms() > to) {
                break;
            }
            if (moment.ms() >= from && current.equals(state)) {
                return true;
            }
            current = moment.state();
            if (moment.ms() >= from && current.equals(state)) {
                return true;
            }
        }
        return current.equals(state);
    }
}
