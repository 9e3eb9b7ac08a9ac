package dev.stoa.matchmaking.api.account;

import java.security.Principal;

/** Somebody who has proved itself with a join link. */
public record GuestPrincipal(Who.Guest guest) implements Principal {

    @Override
    public String getName() {
        return guest.account();
    }
}
