package dev.stoa.localstack.bench.signaling;

import dev.stoa.localstack.process.StackException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is measured, and for how long. */
@Command(name = "bench signaling")
final class Settings {
    static final List<String> CONTENDERS = List.of("stoa", "floor", "socketio");
    static final List<String> PARTS = List.of("latency", "rate", "idle", "storm");

    private static final List<Integer> WARM_UP_RATES = List.of(4_000, 8_000, 12_000, 4_000, 12_000, 12_000);

    @Option(names = "--only", split = ",", paramLabel = "NAME", description = "stoa, floor, socketio")
    private List<String> only = CONTENDERS;

    @Option(names = "--parts", split = ",", paramLabel = "PART", description = "latency (with CPU), rate, idle, storm")
    private List<String> parts = PARTS;

    @Option(names = "--rates", split = ",", paramLabel = "N", description = "messages a second of the latency part")
    private List<Integer> rates = List.of(1_000, 5_000, 10_000, 20_000);

    @Option(names = "--pairs", description = "how many pairs are connected while rates are measured")
    private int pairs = 500;

    @Option(names = "--quick", description = "shorter and coarser, to see whether it works")
    private boolean quick;

    /** @throws StackException for anything it does not know */
    static Settings parse(List<String> arguments) {
        try {
            var settings = CommandLine.populateCommand(new Settings(), arguments.toArray(String[]::new));
            if (!CONTENDERS.containsAll(settings.only) || !PARTS.containsAll(settings.parts)) {
                throw new StackException("--only takes %s; --parts takes %s."
                        .formatted(String.join(",", CONTENDERS), String.join(",", PARTS)));
            }
            return settings;
        } catch (ParameterException e) {
            throw new StackException(e.getMessage() + ". There are --quick, --only, --parts, --rates and --pairs.", e);
        }
    }

    boolean compares(String contender) {
        return only.contains(contender);
    }

    boolean measures(String part) {
        return parts.contains(part);
    }

    List<Integer> rates() {
        return rates;
    }

    int pairs() {
        return pairs;
    }

    /**
     * Before anything counts, so that the JVMs have compiled what is hot. Pairs come and go several times: what is compiled
     * while nobody does is compiled anew when they do.
     */
    List<Load.Plan> warmUps() {
        return WARM_UP_RATES.stream()
                .map(rate -> new Load.Plan(rate, Duration.ZERO, Duration.ofSeconds(quick ? 3 : 8)))
                .toList();
    }

    Load.Plan latency(int rate) {
        return new Load.Plan(rate, Duration.ofSeconds(quick ? 1 : 3), Duration.ofSeconds(quick ? 4 : 8));
    }

    /** How often the rate is measured at which CPU is compared. */
    int cpuRounds() {
        return quick ? 1 : 3;
    }

    /** Of the sockets that idle, or are cut off. */
    double share() {
        return quick ? 0.2 : 1;
    }

    Load.Plan step(double rate) {
        return new Load.Plan(rate, Duration.ofSeconds(quick ? 1 : 3), Duration.ofSeconds(quick ? 2 : 4));
    }
}
