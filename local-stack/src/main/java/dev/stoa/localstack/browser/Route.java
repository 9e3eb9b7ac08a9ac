package dev.stoa.localstack.browser;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way that media take between two browsers, as the candidate pair in use has it.
 *
 * @param local type of the own candidate: {@code host}, {@code srflx}, {@code prflx} or {@code relay}
 * @param remote type of the other one's
 * @param relayProtocol how the own relay is reached: {@code udp}, {@code tcp} or {@code tls}; null where none is used
 */
public record Route(String local, String remote, @Nullable String relayProtocol) {
    private static final String RELAY = "relay";
    private static final Set<String> SEEN_FROM_OUTSIDE = Set.of("srflx", "prflx");

    /** Whether a TURN server is on the way. */
    public boolean isRelayed() {
        return local.equals(RELAY) || remote.equals(RELAY);
    }

    public boolean relayedOver(String protocol) {
        return local.equals(RELAY) && protocol.equals(relayProtocol);
    }

    /** Whether the other one is reached at an address that its router has given it. */
    public boolean isDirectThroughNat() {
        return !isRelayed() && SEEN_FROM_OUTSIDE.contains(remote);
    }
}
