package dev.stoa.matchmaking.queue;

/** Redis can't be reached, does not answer in time, or can't write. What was sent may or may not have been done. */
public final class RedisAway extends RuntimeException {

    RedisAway(String message) {
        super(message, null, false, false);
    }
}
