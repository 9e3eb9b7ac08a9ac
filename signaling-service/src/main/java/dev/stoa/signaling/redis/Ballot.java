package dev.stoa.signaling.redis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The count of what the sentinels say. It is decided when more than half of all name the same server: one that was cut
 * off may still name the primary of yesterday. If so many cannot be heard, what most of the others say has to do.
 */
final class Ballot {

    private final Map<RedisAddress, Integer> votes = new LinkedHashMap<>();
    private final int voters;
    private int heard;

    Ballot(int voters) {
        this.voters = voters;
    }

    /** Counts a sentinel's answer, or that it gave none. */
    void cast(Optional<RedisAddress> vote) {
        heard++;
        vote.ifPresent(address -> votes.merge(address, 1, Integer::sum));
    }

    /** Whether what is still to come would change nothing. */
    boolean isDecided() {
        return heard == voters || isAgreed();
    }

    /** Whether more than half of all name the same server. */
    boolean isAgreed() {
        return votes.values().stream().anyMatch(count -> count > voters / 2);
    }

    /** The server named most often; of several, the one named first. */
    Optional<RedisAddress> winner() {
        Optional<RedisAddress> best = Optional.empty();
        var most = 0;
        for (var vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                best = Optional.of(vote.getKey());
            }
        }
        return best;
    }
}
