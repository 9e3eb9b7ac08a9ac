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
    private final Silence onTicket;
    private final Silence onOffer;
    private final Silence onMatch;

    Habits(Kind kind, RandomGenerator random) {
        this.kind = kind;
        this.random = random;
        this.onTicket = new Silence(random);
        this.onOffer = new Silence(random);
        this.onMatch = new Silence(random);
    }

    Op next(Sight sight) {
        List<Op> likely = new ArrayList<>();
        if (kind != Kind.EXPERT) {
            learning(sight, likely);
        }
        if (kind != Kind.LEARNER) {
            helping(sight, likely);
        }
        if (onMatch.speaksOf(sight.match())) {
            add(likely, 3, Op.PASS);
            add(likely, 2, Op.LEAVE);
        }
        if (!sight.lastMatch().isEmpty()) {
            add(likely, 1, Op.BLOCK);
            add(likely, 2, Op.UNBLOCK);
        }
        add(likely, 1, Op.MEDDLE);
        return likely.get(random.nextInt(likely.size()));
    }

    private void learning(Sight sight, List<Op> likely) {
        if (sight.ticket().isEmpty()) {
            add(likely, 10, Op.ASK);
            return;
        }
        add(likely, 1, Op.ASK);
        add(likely, 1, Op.CANCEL);
        add(likely, 3, Op.LOOK);
        add(likely, 1, Op.PAUSE);
        add(likely, sight.ticketState().equals("paused") ? 8 : 1, Op.RESUME);
        add(likely, sight.ticketState().equals("failed") ? 12 : 0, Op.REOPEN);
        if (!sight.ticketState().equals("offered")) {
            add(likely, 1, Op.READY);
        } else if (onTicket.speaksOf(sight.readyCheck())) {
            add(likely, 16, Op.READY);
        }
    }

    private void helping(Sight sight, List<Op> likely) {
        if (!sight.available()) {
            add(likely, 10, Op.AVAILABLE);
            return;
        }
        add(likely, 2, Op.AVAILABLE);
        add(likely, 3, Op.RENEW);
        add(likely, 1, Op.END_AVAILABILITY);
        if (onOffer.speaksOf(sight.offer())) {
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
