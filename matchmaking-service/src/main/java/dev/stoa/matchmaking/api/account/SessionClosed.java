package dev.stoa.matchmaking.api.account;

import java.time.Instant;

/**
 * Fired on every instance when somebody has signed out, once all that was open by that session is ended.
 *
 * @param session the provider's id of it
 * @param until when the last of its access tokens expires
 */
public record SessionClosed(String account, String session, Instant until) {

    /** Whether this was the session of whoever has this token. */
    public boolean concerns(Who who) {
        return who.session().equals(session) && !who.until().isAfter(until);
    }
}
