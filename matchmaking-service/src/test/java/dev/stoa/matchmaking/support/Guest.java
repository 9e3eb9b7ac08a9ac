package dev.stoa.matchmaking.support;

/** Somebody who has followed a join link. */
public record Guest(String token) implements ApiCaller {

    /** Follows the link. */
    public static Guest of(String joinLink) {
        return new Guest(joinLink.substring(joinLink.indexOf('#') + 1));
    }
}
