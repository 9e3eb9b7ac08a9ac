package dev.stoa.localstack.bench.signaling;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Prints what was measured as it comes, and sums it up on the last line. */
final class Figures {
    /** The rate at which CPU is compared, messages a second. */
    static final int CPU_RATE = 10_000;

    private static final String STOA = "stoa";

    private final PrintStream out;
    private final Map<String, Map<Integer, List<Outcome>>> loads = new LinkedHashMap<>();
    private final Map<String, Double> ceilings = new LinkedHashMap<>();
    private final Map<String, Memory.Outcome> memories = new LinkedHashMap<>();
    private final Map<String, Storm.Outcome> storms = new LinkedHashMap<>();
    private long lost;
    private long doubled;

    Figures(PrintStream out) {
        this.out = out;
    }

    void load(Contender contender, int rate, Outcome outcome) {
        count(contender, outcome);
        loads.computeIfAbsent(contender.name(), fresh -> new LinkedHashMap<>())
                .computeIfAbsent(rate, fresh -> new ArrayList<>())
                .add(outcome);
        print(contender, outcome);
    }

    void step(Contender contender, Outcome outcome, boolean keptUp) {
        // Beyond its ceiling a contender may cut slow sockets off, which ends what was on its way to them.
        if (outcome.broken().isEmpty()) count(contender, outcome);
        line(
                "  %-18s %8.0f msg/s  p99 %8.2f ms  %s",
                contender.title(), outcome.rate(), outcome.ms(99), keptUp ? "kept up" : "too much " + outcome.broken());
    }

    void ceiling(Contender contender, double rate) {
        ceilings.put(contender.name(), rate);
        line("%-20s highest rate with p99 < 50 ms: %.0f msg/s", contender.title(), rate);
    }

    void memory(Contender contender, Memory.Outcome outcome) {
        memories.put(contender.name(), outcome);
        line(
                "%-20s %.1f KiB per idle socket between %d and %d; %.0f connects/s",
                contender.title(), outcome.kibPerSocket(), outcome.some(), outcome.many(), outcome.connectsPerSecond());
    }

    void storm(Contender contender, Storm.Outcome outcome) {
        storms.put(contender.name(), outcome);
        line(
                "%-20s 99 %% of %d sockets were back after %.2f s, %d of all by resuming",
                contender.title(), outcome.sockets(), outcome.seconds(), outcome.resumed());
    }

    /** What the last line says; a figure that was not measured is not in it. */
    Map<String, Object> all() {
        var all = new LinkedHashMap<String, Object>();
        put(all, "max_per_s", ceiling(STOA), 0);
        put(all, "max_ratio_to_floor", ceiling(STOA) / ceiling("floor"), 3);
        put(all, "p99_ms_at_1000", median(STOA, 1_000, outcome -> outcome.ms(99)), 2);
        put(all, "p99_ms_at_10000", median(STOA, CPU_RATE, outcome -> outcome.ms(99)), 2);
        put(all, "cpu_us_at_10000", cpu(STOA), 1);
        put(all, "cpu_ratio_to_floor", cpuRatio("floor"), 3);
        put(all, "cpu_ratio_to_socketio", cpuRatio("socketio"), 3);
        var memory = memories.get(STOA);
        if (memory != null) {
            put(all, "rss_kib_per_idle", memory.kibPerSocket(), 1);
            put(all, "connects_per_s", memory.connectsPerSecond(), 0);
        }
        var storm = storms.get(STOA);
        if (storm != null) put(all, "storm_s_99", storm.seconds(), 2);
        for (var other : List.of("floor", "socketio")) {
            put(all, other + "_max_per_s", ceiling(other), 0);
            put(all, other + "_cpu_us_at_10000", cpu(other), 1);
        }
        all.put("lost", lost);
        all.put("doubled", doubled);
        return all;
    }

    void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }

    private void print(Contender contender, Outcome outcome) {
        line(
                "%-20s %6.0f msg/s  p50 %7.2f  p99 %7.2f  p99.9 %7.2f ms  CPU %5.1f + %4.1f µs%s%s",
                contender.title(),
                outcome.rate(),
                outcome.ms(50),
                outcome.ms(99),
                outcome.ms(99.9),
                outcome.cpu().service(),
                outcome.cpu().redis(),
                outcome.counts().clean() ? "" : "  " + outcome.counts(),
                outcome.broken().isEmpty() ? "" : "  " + outcome.broken());
    }

    private void count(Contender contender, Outcome outcome) {
        if (!contender.name().equals(STOA)) return;
        lost += outcome.counts().lost();
        doubled += outcome.counts().doubled();
    }

    private double ceiling(String contender) {
        return ceilings.getOrDefault(contender, Double.NaN);
    }

    private double cpu(String contender) {
        return median(contender, CPU_RATE, Figures::cpu);
    }

    /** Unknown for a load that was given up: what was not relayed yet has not cost anything yet. */
    private static double cpu(Outcome outcome) {
        return outcome.counts().aborted() ? Double.NaN : outcome.cpu().total();
    }

    /** The median of the rounds, each with what was measured right beside it. */
    private double cpuRatio(String other) {
        var ours = rounds(STOA, CPU_RATE);
        var theirs = rounds(other, CPU_RATE);
        var ratios = new double[Math.min(ours.size(), theirs.size())];
        Arrays.setAll(ratios, i -> cpu(ours.get(i)) / cpu(theirs.get(i)));
        return median(ratios);
    }

    private double median(String contender, int rate, ToDoubleFunction<Outcome> figure) {
        return median(rounds(contender, rate).stream().mapToDouble(figure).toArray());
    }

    private List<Outcome> rounds(String contender, int rate) {
        return loads.getOrDefault(contender, Map.of()).getOrDefault(rate, List.of());
    }

    private static double median(double[] some) {
        var values = Arrays.stream(some).filter(Double::isFinite).sorted().toArray();
        return values.length == 0 ? Double.NaN : (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static void put(Map<String, Object> all, String name, double value, int digits) {
        if (!Double.isFinite(value)) return;
        double scale = Math.pow(10, digits);
        var rounded = Math.round(value * scale) / scale;
        if (digits == 0) all.put(name, (long) rounded);
        else all.put(name, rounded);
    }
}
