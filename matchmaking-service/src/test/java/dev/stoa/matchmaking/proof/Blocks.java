package dev.stoa.matchmaking.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who wanted nothing to do with whom, and when: in that time, neither is offered the other. */
final class Blocks {

    private final Wrongs wrongs;
    private final Offers offers;
    private final Map<List<String>, Long> since = new HashMap<>();
    private final Map<List<String>, Long> doubtful = new HashMap<>();

    Blocks(Wrongs wrongs, Offers offers) {
        this.wrongs = wrongs;
        this.offers = offers;
    }

    /** A block was acknowledged at the latest at this moment, in ms since 1970. An account's own come in their order. */
    void began(String account, String peer, long ms) {
        if (ms > doubtful.getOrDefault(List.of(account, peer), 0L)) {
            since.putIfAbsent(List.of(account, peer), ms);
        }
    }

    /** A block ended at this moment at the earliest. */
    void ended(String account, String peer, long ms) {
        Long begin = since.remove(List.of(account, peer));
        if (begin != null) {
            check(account, peer, begin, ms);
        }
    }

    /** It is not known whether a block was taken back, and it may still be until this moment. */
    void mayEnd(String account, String peer, long until) {
        doubtful.put(List.of(account, peer), until);
    }

    /** What was not taken back lasts. */
    void finish() {
        since.forEach((pair, begin) -> check(pair.getFirst(), pair.getLast(), begin, Long.MAX_VALUE));
    }

    private void check(String account, String peer, long begin, long end) {
        offers.meetings(Set.of(account, peer))
                .within(begin, end)
                .forEach(meeting -> wrongs.add(account + " was brought together with " + peer + " at " + meeting
                        + ", whom it had blocked at " + begin));
    }
}
