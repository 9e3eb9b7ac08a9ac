package dev.stoa.matchmaking.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What a client is likely to do next: mostly what its page would offer it. */
final class Habits {

    /** What an account comes for. */
    enum Kind {
        LEARNER,
        EXPERT,
        BOTH
    }

    private final Kind kind;
    private final RandomGenerator random;

    Habits(Kind kind, RandomGenerator random) {
        this.kind = kind;
        this.random = random;
    }

    Op next(Sight sight) {
        List<Op> likely = new ArrayList<>();
        if (kind != Kind.EXPERT) {
            learning(sight, likely);
        }
        if (kind != Kind.LEARNER) {
            helping(sight, likely);
        }
        if (!sight.match().isEmpty()) {
            add(likely, 3, Op.PASS);
            add(likely, 2, Op.LEAVE);
        }
        add(likely, 1, Op.MEDDLE);
        return likely.get(random.nextInt(likely.size()));
    }

    private static void learning(Sight sight, List<Op> likely) {
        if (sight.ticket().isEmpty()) {
            add(likely, 10, Op.ASK);
            return;
        }
        add(likely, 1, Op.ASK);
        add(likely, 1, Op.CANCEL);
        add(likely, 3, Op.LOOK);
        add(likely, 1, Op.PAUSE);
        add(likely, sight.ticketState().equals("paused") ? 8 : 1, Op.RESUME);
        add(likely, sight.ticketState().equals("offered") ? 16 : 1, Op.READY);
    }

    private static void helping(Sight sight, List<Op> likely) {
        if (!sight.available()) {
            add(likely, 10, Op.AVAILABLE);
            return;
        }
        add(likely, 2, Op.AVAILABLE);
        add(likely, 3, Op.RENEW);
        add(likely, 1, Op.END_AVAILABILITY);
        if (!sight.offer().isEmpty()) {
            add(likely, 12, Op.ACCEPT);
            add(likely, 2, Op.DECLINE);
        }
    }

    private static void add(List<Op> likely, int times, Op op) {
        for (int i = 0; i < times; i++) {
            likely.add(op);
        }
    }
}
