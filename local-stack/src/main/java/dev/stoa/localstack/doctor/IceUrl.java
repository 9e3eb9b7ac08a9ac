package dev.stoa.localstack.doctor;

import java.util.regex.Pattern;

/**
 * Where an ICE server is (RFC 7064, RFC 7065).
 *
 * @param relays whether it is a TURN server
 */
record IceUrl(String text, boolean relays, Way way, String host, int port) {
    /** The transport to the server. */
    enum Way {
        UDP,
        TCP,
        TLS
    }

    private static final Pattern FORM = Pattern.compile(
            "(stun|stuns|turn|turns):(\\[[0-9a-fA-F:]+]|[^:?\\[\\]]+)(?::(\\d{1,5}))?(?:\\?transport=(udp|tcp))?");

    static IceUrl of(String text) {
        var parts = FORM.matcher(text);
        if (!parts.matches()) throw new Sickness("\"%s\" is no address of an ICE server.", text);
        var secured = parts.group(1).endsWith("s");
        var way = secured ? Way.TLS : "tcp".equals(parts.group(4)) ? Way.TCP : Way.UDP;
        var port = parts.group(3) == null ? secured ? 5349 : 3478 : Integer.parseInt(parts.group(3));
        return new IceUrl(
                text, parts.group(1).startsWith("turn"), way, parts.group(2).replaceAll("[\\[\\]]", ""), port);
    }
}
