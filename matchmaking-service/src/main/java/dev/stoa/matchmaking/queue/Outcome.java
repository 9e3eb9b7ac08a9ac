package dev.stoa.matchmaking.queue;

import java.util.Locale;

/** How a step went. */
public enum Outcome {
    /** Done, or done already. */
    OK,
    /** There is no such thing, or it belongs to somebody else. */
    NOT_FOUND,
    /** Its state forbids the step; the body names the state. */
    CONFLICT,
    /** There is one already; the body names it. */
    EXISTS,
    /** The account cools down; the body says until when. */
    COOLING,
    /** The account is shut out. */
    BANNED,
    /** Somebody else is just doing it, or there is no room. */
    BUSY,
    /** There is no more room for the caller. */
    CROWDED,
    /** It has another revision than the caller means. */
    STALE,
    /** It changed between reading and claiming. */
    GONE,
    /** What was asked for is not kept any more. */
    RESET;

    static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
