package dev.stoa.localstack.bench.signaling;

import java.util.Locale;

/** The messages as Stoa's protocol has them, to be put into a {@link Template}. */
final class Json {
    private Json() {}

    /** @param address fields between the type and the rest, each with a comma behind it */
    static String message(Dialect.Kind kind, String address) {
        return switch (kind) {
            case OFFER, ANSWER ->
                "{\"type\":\"description\",%s\"description\":{\"type\":\"%s\",\"sdp\":\"%s\"}}"
                        .formatted(address, kind.name().toLowerCase(Locale.ROOT), Negotiation.SDP);
            case CANDIDATE ->
                "{\"type\":\"candidate\",%s\"candidate\":{\"candidate\":\"%s\",\"sdpMid\":\"0\",\"sdpMLineIndex\":0,\"usernameFragment\":\"x7Fq\"}}"
                        .formatted(address, Negotiation.CANDIDATE);
        };
    }
}
