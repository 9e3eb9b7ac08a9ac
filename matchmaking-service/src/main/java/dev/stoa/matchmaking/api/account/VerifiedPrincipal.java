package dev.stoa.matchmaking.api.account;

import java.security.Principal;

/**
 * Somebody whose access token was verified a moment ago.
 *
 * @param token the access token itself
 */
record VerifiedPrincipal(Who who, String token) implements Principal {

    @Override
    public String getName() {
        return who.account();
    }

    @Override
    public String toString() {
        return getName();
    }
}
