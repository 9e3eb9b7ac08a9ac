package dev.stoa.localstack.bench.signaling;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * What came of a load.
 *
 * @param rate messages a second that were due
 * @param latency nanoseconds from due to arrived
 * @param counts what became of all messages, the warm-up's too
 * @param cpu what the measured part of the load cost, per message
 * @param late the longest time that the generator itself was behind
 * @param broken why sockets ended or messages were refused; empty: none
 */
record Outcome(double rate, Histogram latency, Counts counts, Cost cpu, Duration late, String broken) {
    private static final double NANOS_PER_MS = 1e6;

    /** @param aborted whether so much was on its way that the load was given up */
    record Counts(long sent, long refused, long lost, long doubled, long disordered, boolean aborted) {
        boolean clean() {
            return refused == 0 && lost == 0 && doubled == 0 && disordered == 0 && !aborted;
        }
    }

    /** CPU microseconds per message, of both instances and of Redis. */
    record Cost(double service, double redis) {
        double total() {
            return service + redis;
        }
    }

    /** Not a number if the load was given up before anything counted. */
    double ms(double percentile) {
        return latency.getTotalCount() == 0 ? Double.NaN : latency.getValueAtPercentile(percentile) / NANOS_PER_MS;
    }

    /** Whether the contender kept up: everything once, in order, and in time. */
    boolean keptUp(double p99Bound) {
        return counts.clean() && broken.isEmpty() && ms(99) < p99Bound;
    }
}
