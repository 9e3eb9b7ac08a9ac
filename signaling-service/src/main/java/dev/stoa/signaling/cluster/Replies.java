package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.Wire;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what the steps return. */
final class Replies {

    private Replies() {}

    static long number(Response reply) {
        return Long.parseLong(reply.toString());
    }

    /** A stream's entries. */
    static List<Entry> entries(Response items) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> Heard.of(item.get(1).get(1).toString()).entry())
                .toList();
    }

    /** What join and resume return. */
    static JoinOutcome join(Response reply, Wire wire) {
        return switch (reply.get(0).toString()) {
            case "ended" -> JoinOutcome.Refused.ENDED;
            case "removed" -> JoinOutcome.Refused.REMOVED;
            case "pass-used" -> JoinOutcome.Refused.PASS_USED;
            case "full" -> JoinOutcome.Refused.FULL;
            case "unknown" -> JoinOutcome.Refused.NOT_RESUMED;
            case "joined" ->
                new JoinOutcome.Joined(reply.get(1).toString(), number(reply.get(2)), others(reply.get(3), wire));
            case "resumed" ->
                new JoinOutcome.Resumed(
                        number(reply.get(1)), number(reply.get(2)), others(reply.get(3), wire), entries(reply.get(4)));
            default -> throw new IllegalStateException("a step returned " + reply.get(0));
        };
    }

    private static List<JoinOutcome.Other> others(Response flat, Wire wire) {
        var others = new ArrayList<JoinOutcome.Other>();
        for (var i = 0; i + 1 < flat.size(); i += 2) {
            var away = !flat.get(i).toString().equals("0");
            others.add(new JoinOutcome.Other(wire.peer(flat.get(i + 1).toString()), away));
        }
        return others;
    }
}
