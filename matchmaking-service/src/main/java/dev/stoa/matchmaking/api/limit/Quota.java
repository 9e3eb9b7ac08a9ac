package dev.stoa.matchmaking.api.limit;

import java.time.Duration;

/**
 * How much a caller may ask for: a bucket of so many tokens that fills up evenly within the window.
 *
 * @param requests at least 1
 */
record Quota(int requests, Duration window) {

    /** Nanoseconds in which one token comes back. */
    long interval() {
        return window.toNanos() / requests;
    }

    /** The value of the header RateLimit-Policy. */
    String policy() {
        return "\"default\";q=" + requests + ";w=" + window.toSeconds();
    }
}
