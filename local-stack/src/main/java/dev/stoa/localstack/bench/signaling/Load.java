package dev.stoa.localstack.bench.signaling;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * An open loop: each message is due at its time whatever became of those before, and its latency counts from then, so
 * that a contender that stalls cannot make the generator wait with it. Some pairs negotiate, the others idle, and when a
 * pair is done another one takes its turn.
 */
final class Load {
    /** How many messages a second a negotiating pair says. */
    private static final double PACE = 20;

    private static final Duration TAIL = Duration.ofSeconds(3);
    private static final Duration LATE_DOUBLES = Duration.ofMillis(200);
    private static final int SCRATCH = 16 * 1024;
    /** How many messages may be on their way at least before a load is given up. */
    private static final int FEW = 2_000;

    private final Dialect dialect;
    private final ArrayDeque<Pair> idle;
    private final Tally tally;
    private final Supplier<Cpu> cpu;
    private final Map<Dialect.Kind, Template> templates = new EnumMap<>(Dialect.Kind.class);
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH);

    /**
     * @param pairs fresh ones, connected
     * @param tally their observer
     * @param cpu what the contender has used up to now
     */
    Load(Dialect dialect, Collection<Pair> pairs, Tally tally, Supplier<Cpu> cpu) {
        this.dialect = dialect;
        this.idle = new ArrayDeque<>(pairs);
        this.tally = tally;
        this.cpu = cpu;
        for (var kind : Dialect.Kind.values()) templates.put(kind, dialect.message(kind));
    }

    /**
     * How much and for how long.
     *
     * @param rate messages a second
     * @param warmUp the part at the beginning that does not count
     * @param length of the part that counts
     */
    record Plan(double rate, Duration warmUp, Duration length) {}

    Outcome run(Plan plan) {
        var turns = new Turns(idle, (int) Math.ceil(plan.rate / PACE));
        long warmUp = plan.warmUp.toNanos();
        long end = warmUp + plan.length.toNanos();
        double spacing = 1e9 / plan.rate;
        long most = Math.max(FEW, (long) plan.rate);
        long begin = System.nanoTime();
        tally.begin(begin, warmUp);
        var before = cpu.get();
        long counted = 0;
        long sent = 0;
        long late = 0;
        var aborted = false;
        for (long due = 0; due < end && !aborted; due = (long) (++sent * spacing)) {
            late = Math.max(late, await(begin + due));
            if (due >= warmUp && counted++ == 0) before = cpu.get();
            var turn = turns.next();
            var step = turn.step();
            turn.pair().side(step.byFirst()).send(template(step), due, scratch);
            aborted = sent - tally.settled() > most;
        }
        var used = cpu.get().minus(before);
        settle(sent);
        var cost = new Outcome.Cost(micros(used.service(), counted), micros(used.redis(), counted));
        return outcome(plan, sent, aborted, cost, Duration.ofNanos(late));
    }

    private Outcome outcome(Plan plan, long sent, boolean aborted, Outcome.Cost cost, Duration late) {
        var counts = new Outcome.Counts(
                sent, tally.refused(), sent - tally.settled(), tally.doubled(), tally.disordered(), aborted);
        var broken = tally.broken() == 0 ? "" : tally.broken() + " sockets ended: " + tally.lastRefusal();
        if (broken.isEmpty() && tally.refused() > 0) broken = tally.refused() + " refused: " + tally.lastRefusal();
        return new Outcome(plan.rate, tally.latency(), counts, cost, late, broken);
    }

    private Template template(Negotiation.Step step) {
        return Objects.requireNonNull(templates.get(step.kind()), dialect::toString);
    }

    /** Waits until all is settled, or nothing more comes; then a little for doubles. */
    private void settle(long sent) {
        long settled = -1;
        long since = System.nanoTime();
        while (tally.settled() < sent && System.nanoTime() - since < TAIL.toNanos()) {
            if (tally.settled() != settled) since = System.nanoTime();
            settled = tally.settled();
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        long until = System.nanoTime() + LATE_DOUBLES.toNanos();
        while (System.nanoTime() < until) LockSupport.parkNanos(until - System.nanoTime());
    }

    /** Waits until that time; returns by how much it is past already. */
    private static long await(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
        return -left;
    }

    private static double micros(Duration used, long messages) {
        return messages == 0 ? 0 : used.toNanos() / 1e3 / messages;
    }
}
