package dev.stoa.matchmaking.match;

import java.util.ArrayList;
import java.util.List;

/** Whether an expert may be offered a ticket. */
sealed interface Compatibility {

    /** They fit; {@code because} says why, in words for both. */
    record Fits(List<String> because) implements Compatibility {}

    /** They don't fit. */
    enum Obstacle implements Compatibility {
        /** Nobody is offered their own ticket. */
        ONESELF,
        /** The expert has declined this ticket before. */
        DECLINED,
        /** None of the expert's fields covers the ticket's. */
        FIELD,
        /** They have no language in common. */
        LANGUAGE
    }

    /** Decides. A field covers every field whose code starts with its own. */
    static Compatibility of(IdleExpert expert, WaitingTicket ticket) {
        if (expert.account().equals(ticket.account())) {
            return Obstacle.ONESELF;
        }
        if (ticket.declined()) {
            return Obstacle.DECLINED;
        }
        List<String> covering = expert.codes().stream()
                .filter(code -> ticket.field().code().startsWith(code))
                .toList();
        if (covering.isEmpty()) {
            return Obstacle.FIELD;
        }
        List<String> languages =
                ticket.languages().stream().filter(expert.languages()::contains).toList();
        if (languages.isEmpty()) {
            return Obstacle.LANGUAGE;
        }
        return new Fits(because(ticket, covering, languages));
    }

    private static List<String> because(WaitingTicket ticket, List<String> covering, List<String> languages) {
        List<String> because = new ArrayList<>();
        String field = "field " + ticket.field().code() + " " + ticket.field().name();
        because.add(covering.contains(ticket.field().code()) ? field : field + " (within " + covering.getFirst() + ")");
        languages.forEach(language -> because.add("language " + language));
        return because;
    }
}
