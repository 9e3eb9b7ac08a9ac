package dev.stoa.signaling.ice;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a STUN or TURN server, in the form that browsers take (RFC 7064, RFC 7065).
 *
 * @param text the address as it was written
 * @param kind what it offers
 */
record IceUrl(String text, Kind kind) {

    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>stuns?|turns?):(?:\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?(?:\\?transport=(?<transport>udp|tcp))?");
    private static final int HIGHEST_PORT = 65_535;

    /** What a server offers; the earlier, the better for a call, the later, the likelier to pass a firewall. */
    enum Kind {
        STUN,
        TURN_OVER_UDP,
        TURN_OVER_TCP,
        TURN_OVER_TLS;

        boolean isTurn() {
            return this != STUN;
        }
    }

    /** @throws IllegalArgumentException if a browser would not take it */
    static IceUrl parse(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches() || !isPort(parts.group("port"))) {
            throw new IllegalArgumentException("write stun:host:port, turn:host:port?transport=udp (or tcp)"
                    + " or turns:host:port?transport=tcp instead of '" + text + "'");
        }
        var transport = parts.group("transport");
        return new IceUrl(
                text,
                switch (parts.group("scheme")) {
                    case "turns" -> Kind.TURN_OVER_TLS;
                    case "turn" -> "tcp".equals(transport) ? Kind.TURN_OVER_TCP : Kind.TURN_OVER_UDP;
                    default -> stun(text, transport);
                });
    }

    private static Kind stun(String text, @Nullable String transport) {
        if (transport != null) {
            throw new IllegalArgumentException("a STUN address takes no transport: '" + text + "'");
        }
        return Kind.STUN;
    }

    private static boolean isPort(@Nullable String port) {
        return port == null || Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= HIGHEST_PORT;
    }
}
