package dev.stoa.localstack.bench.matchmaking;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What was counted and timed. Lives on one event loop. */
final class Tally {
    private static final long LONGEST_US = 60_000_000;
    private static final int DIGITS = 3;

    /** When the second yes was said, and when both heard of the match. */
    private static final class Begun {
        private long yes;
        private long learner;
        private long expert;
    }

    private final Map<String, Begun> beginning = new HashMap<>();
    private final Map<String, String> matchOfTicket = new HashMap<>();
    private final Map<String, Integer> failures = new LinkedHashMap<>();
    private Histogram claims = new Histogram(LONGEST_US, DIGITS);
    private Histogram events = new Histogram(LONGEST_US, DIGITS);
    private long done;
    private int matchedTwice;

    /** What was measured before counts no more. */
    void restart() {
        claims = new Histogram(LONGEST_US, DIGITS);
        events = new Histogram(LONGEST_US, DIGITS);
        done = 0;
    }

    /** A ticket was offered so long after it was asked. */
    void claimed(long nanos) {
        claims.recordValue(Math.min(LONGEST_US, nanos / 1_000));
    }

    /** The second yes was said at that moment. */
    void said(String match, long at) {
        complete(match, begun -> begun.yes = at);
    }

    void heardByLearner(String match, long at) {
        complete(match, begun -> begun.learner = at);
    }

    void heardByExpert(String match, long at) {
        complete(match, begun -> begun.expert = at);
    }

    private void complete(String match, Consumer<Begun> change) {
        var begun = beginning.computeIfAbsent(match, id -> new Begun());
        change.accept(begun);
        if (begun.yes != 0 && begun.learner != 0 && begun.expert != 0) {
            event(Math.max(begun.learner, begun.expert) - begun.yes);
            beginning.remove(match);
        }
    }

    private void event(long nanos) {
        events.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_US));
    }

    /** A ticket is in a match. */
    void matched(String ticket, String match) {
        var before = matchOfTicket.putIfAbsent(ticket, match);
        if (before != null && !before.equals(match)) matchedTwice++;
    }

    /** A life cycle is over. */
    void done() {
        done++;
    }

    void failed(@Nullable String how) {
        var kind = String.valueOf(how).replaceAll("[a-z]{3}_\\w+", "…");
        failures.merge(kind.substring(0, Math.min(160, kind.length())), 1, Integer::sum);
    }

    long count() {
        return done;
    }

    int matchedTwice() {
        return matchedTwice;
    }

    Map<String, Integer> failures() {
        return failures;
    }

    double claimMs(double percent) {
        return claims.getValueAtPercentile(percent) / 1e3;
    }

    /** From the second yes until both had heard of the match. */
    double eventMs(double percent) {
        return events.getValueAtPercentile(percent) / 1e3;
    }
}
