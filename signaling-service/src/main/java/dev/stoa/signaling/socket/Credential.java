package dev.stoa.signaling.socket;

import dev.stoa.signaling.cluster.Session;
import dev.stoa.signaling.room.Arrival;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a page shows at the door. */
sealed interface Credential {

    /** The version of the protocol. */
    String PROTOCOL = "stoa.v1";

    /** A room pass, which nobody has looked at yet. */
    record PassToken(String token) implements Credential {}

    /** A session to go on with; whether there is such a one only Redis knows. */
    record Comeback(Arrival.Back arrival) implements Credential {}

    /** "epoch.number.session". */
    Pattern COMEBACK = Pattern.compile("([A-Za-z0-9]{1,16})\\.(\\d{1,15})\\.([A-Za-z0-9_.-]{1,200})");

    /** The first credential among the subprotocols that a page offers. */
    static Optional<Credential> among(List<String> subprotocols) {
        return subprotocols.stream()
                .map(Credential::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Reads "epoch.number.session". */
    static Optional<Arrival.Back> comeback(String text) {
        var matcher = COMEBACK.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var last = Long.parseLong(matcher.group(2));
        return Session.parse(matcher.group(3)).map(session -> new Arrival.Back(session, matcher.group(1), last));
    }

    private static Optional<Credential> of(String subprotocol) {
        var passPrefix = "stoa.pass.";
        var comebackPrefix = "stoa.resume.";
        if (subprotocol.startsWith(passPrefix)) {
            return Optional.of(new PassToken(subprotocol.substring(passPrefix.length())));
        }
        return subprotocol.startsWith(comebackPrefix)
                ? comeback(subprotocol.substring(comebackPrefix.length())).map(Comeback::new)
                : Optional.empty();
    }
}
