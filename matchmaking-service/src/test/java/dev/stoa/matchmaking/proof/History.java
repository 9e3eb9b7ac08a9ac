package dev.stoa.matchmaking.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that happened, in the order of the log, and what of it must not have happened. Each entry, each operation and each
 * thing heard is looked at once.
 */
final class History {

    private final Wrongs wrongs = new Wrongs();
    private final Tickets tickets = new Tickets(wrongs);
    private final Matches matches = new Matches(wrongs);
    private final Offers offers = new Offers(wrongs, tickets, matches);
    private final Map<String, LongList> idsByAccount = new HashMap<>();
    private long last;

    /** The next entry of the log. */
    synchronized void told(Told told) {
        if (told.id() <= last) {
            wrongs.add("The log goes back to " + EventIds.ms(told.id()));
        }
        last = told.id();
        idsByAccount.computeIfAbsent(told.account(), account -> new LongList()).add(told.id());
        switch (told.type()) {
            case "ticket" -> tickets.told(told);
            case "availability" -> offers.availability(told);
            case "availability-ended" -> offers.availabilityEnded(told);
            case "offer" -> offers.made(told);
            case "offer-ended" -> offers.ended(told);
            case "match" -> matches.told(told);
            case "match-ended" -> {
                matches.ended(told);
                tickets.matchEnded(told.data().path("matchId").asText());
            }
            default -> {}
        }
    }

    /** Whether nothing is open that ends by itself. */
    synchronized boolean isQuiet() {
        return offers.noneIsOpen() && matches.open().isEmpty();
    }

    /** The newest event that an account was told; 0 when none. */
    synchronized long lastOf(String account) {
        LongList ids = idsByAccount.get(account);
        return ids == null ? 0 : ids.get(ids.size() - 1);
    }

    /** Checks what can be checked only at the end. */
    synchronized Verdict finish(List<Operation> operations, List<Stream> streams, List<Outage> outages) {
        matches.finish();
        offers.finish(EventIds.ms(last));
        new Operations(wrongs, tickets, matches, offers).check(operations);
        for (Stream stream : streams) {
            stream.wrongs().forEach(wrongs::add);
            Listening.check(
                    stream.account(),
                    idsByAccount.getOrDefault(stream.account(), new LongList()),
                    stream.heard(),
                    wrongs);
        }
        return new Verdict(
                wrongs.first(),
                wrongs.count(),
                operations.size(),
                tickets.count(),
                offers.count(),
                matches.count(),
                offers.overdue().late(outages),
                offers.overdue().longest(outages));
    }

    /** What has been found wrong so far. */
    synchronized List<String> wrongs() {
        return wrongs.first();
    }

    /** The tickets, to compare them with what the service still knows. */
    synchronized Tickets tickets() {
        return tickets;
    }

    /** Something that was found wrong elsewhere. */
    synchronized void wrong(String wrong) {
        wrongs.add(wrong);
    }
}
