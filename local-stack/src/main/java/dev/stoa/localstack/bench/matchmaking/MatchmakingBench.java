package dev.stoa.localstack.bench.matchmaking;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.localstack.bench.Benchmark;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many whole life cycles of tickets the service does a second, how soon both hear of their match, and what a match costs as
 * the queue grows; beside the least that the same data cost in Redis.
 */
public final class MatchmakingBench implements Benchmark {
    private final PrintStream out = System.out;
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private int matchedTwice;
    private OptionalInt lost = OptionalInt.empty();

    @Override
    public String name() {
        return "matchmaking";
    }

    @Override
    public String summary() {
        return "whole life cycles a second beside the smallest Lua script; --quick, --parts, --instances";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var settings = Settings.parse(arguments);
        var project = Path.of(System.getProperty("stoa.project", "")).toAbsolutePath();
        var folder = Files.createTempDirectory("stoa-bench-matchmaking");
        out.printf(Locale.ROOT, "Load of the machine before: %.1f%n", load());
        out.println("State and logs until the end: " + folder);
        var vertx = Vertx.vertx();
        try (var provider = new Provider(vertx);
                var ground = new Ground(project, folder, provider, settings.instances())) {
            var trial = new Trial(vertx, ground.ports(), provider, settings, ground::cpu);
            trial.warmUp();
            if (settings.measures("rate")) rate(trial, vertx, ground, settings);
            if (settings.measures("latency")) latency(trial, settings);
            if (settings.measures("fields")) fields(trial, settings);
            if (settings.measures("growth")) growth(trial, settings);
        } finally {
            vertx.close();
        }
        figures.put("matched_twice", matchedTwice);
        lost.ifPresent(count -> figures.put("lost", count));
        out.println(new ObjectMapper().writeValueAsString(figures));
    }

    private void rate(Trial trial, Vertx vertx, Ground ground, Settings settings) {
        var floor = Floor.measure(vertx, ground.queue(), settings.atOnce(), settings.measured());
        line("floor: %.0f matches/s, two scripts each, %d under way", floor, settings.atOnce());
        var outcome = trial.asFastAsPossible(settings.atOnce());
        print("whole life cycles, as fast as possible", outcome);
        put("matches_per_s", outcome.perSecond(), 0);
        outcome.cpuMs().forEach((who, ms) -> put("cpu_ms_" + who, ms, 2));
        put("ratio_to_floor", outcome.perSecond() / floor, 4);
        put("floor_per_s", floor, 0);
    }

    private void latency(Trial trial, Settings settings) {
        var outcome = trial.atRate(settings.rate(), settings.streams());
        print("at %d a second with %d event streams".formatted(settings.rate(), settings.streams()), outcome);
        put("claim_p99_ms", outcome.claimP99(), 1);
        put("event_p99_ms", outcome.eventP99(), 1);
    }

    private void growth(Trial trial, Settings settings) {
        var costs = new TreeMap<Integer, Double>();
        trial.growing(settings.crowds(), (size, outcome) -> {
            print("with %d tickets waiting".formatted(size), outcome);
            put("per_s_at_" + size, outcome.perSecond(), 0);
            costs.put(size, 1 / outcome.perSecond());
        });
        int least = costs.firstKey();
        int most = costs.lastKey();
        if (most > least) {
            var ratio = costs.lastEntry().getValue() / costs.firstEntry().getValue();
            put("cost_ratio_%s_to_%s".formatted(size(most), size(least)), ratio, 2);
        }
        figures.put("most_waiting", most);
    }

    /** How many wait, in thousands where that is true to a hundredth: some are always just being served. */
    static String size(int waiting) {
        long thousands = Math.round(waiting / 1e3);
        boolean isRound = Math.abs(waiting - 1_000 * thousands) <= waiting / 100;
        return isRound && thousands > 0 ? thousands + "k" : Integer.toString(waiting);
    }

    private void fields(Trial trial, Settings settings) {
        for (var count : settings.fields()) {
            var outcome = trial.withFields(settings.crowds().getFirst(), count);
            print("with tickets of %d fields waiting".formatted(count), outcome);
            put("per_s_with_fields_" + count, outcome.perSecond(), 0);
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private void print(String what, Trial.Outcome outcome) {
        matchedTwice += outcome.matchedTwice();
        outcome.lost().ifPresent(more -> lost = OptionalInt.of(lost.orElse(0) + more));
        line(
                "%s: %.0f matches/s%s%s; matched twice %d%s",
                what,
                outcome.perSecond(),
                latencies(outcome),
                outcome.lost().isPresent() ? "; lost " + outcome.lost().getAsInt() : "",
                outcome.matchedTwice(),
                outcome.failures().isEmpty() ? "" : "; refused: " + outcome.failures());
        line("  CPU for each, ms: %s", cpu(outcome.cpuMs()));
    }

    private static String cpu(Map<String, Double> ms) {
        return ms.entrySet().stream()
                .map(each -> String.format(Locale.ROOT, "%s %.2f", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Empty where they are not measured. */
    private static String latencies(Trial.Outcome outcome) {
        return outcome.eventP99() == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; asked to offered p99 %.1f ms; second yes to both heard p50 %.1f, p99 %.1f ms",
                        outcome.claimP99(),
                        outcome.eventP50(),
                        outcome.eventP99());
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private void put(String name, double value, int digits) {
        if (!Double.isFinite(value)) return;
        double scale = Math.pow(10, digits);
        var rounded = Math.round(value * scale) / scale;
        if (digits == 0) figures.put(name, (long) rounded);
        else figures.put(name, rounded);
    }
}
