package dev.stoa.matchmaking.queue;

import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.Map;

/**
 * A replica as a sentinel knows it.
 *
 * @param flags what the sentinel thinks of it, separated by commas
 * @param master whether it takes itself for a master
 * @param linked whether it hears its master
 * @param deafMs for how many ms it has not heard its master; negative when it never did
 */
record KnownReplica(String flags, boolean master, boolean linked, long deafMs) {

    /** Sentinels do not promote who has not heard the master for ten times as long as they wait for the dead (1 s advised). */
    private static final long TOO_DEAF_MS = 10_000;

    /** Reads one entry of what {@code SENTINEL REPLICAS} answers. */
    static KnownReplica of(Response entry) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i + 1 < entry.size(); i += 2) {
            fields.put(entry.get(i).toString(), entry.get(i + 1).toString());
        }
        return new KnownReplica(
                fields.getOrDefault("flags", ""),
                fields.getOrDefault("role-reported", "").equals("master"),
                fields.getOrDefault("master-link-status", "").equals("ok"),
                Long.parseLong(fields.getOrDefault("master-link-down-time", "0")));
    }

    /** Whether the sentinel is making it the master right now. */
    boolean isPromoted() {
        return flags.contains("promoted");
    }

    /** Whether it is a master beside the one that the sentinel names: one of yesterday, or one of tomorrow. */
    boolean isStray() {
        return master && isUp();
    }

    /** Whether it may be promoted. */
    boolean isPromotable() {
        return !master && isUp() && (linked || (deafMs >= 0 && deafMs <= TOO_DEAF_MS));
    }

    private boolean isUp() {
        return !flags.contains("down") && !flags.contains("disconnected");
    }
}
