package dev.stoa.localstack.bench.matchmaking;

import dev.stoa.localstack.process.StackException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What is measured, and for how long. */
@Command(name = "bench matchmaking")
final class Settings {
    static final List<String> PARTS = List.of("rate", "latency", "growth", "fields");

    @Option(names = "--parts", split = ",", paramLabel = "PART", description = "rate, latency, growth, fields")
    private List<String> parts = PARTS;

    @Option(names = "--instances", description = "how many instances share the work")
    private int instances = 1;

    @Option(names = "--at-once", description = "how many learners, and as many experts, while the rate is measured")
    private int atOnce = 64;

    @Option(names = "--rate", description = "matches a second of the latency part")
    private int rate = 200;

    @Option(names = "--streams", description = "open event streams of the latency part")
    private int streams = 1_000;

    @Option(names = "--warm-up", paramLabel = "SECONDS", description = "how long everything runs before it is measured")
    private int warmUp = 60;

    @Option(names = "--seconds", description = "how long each part is measured")
    private int seconds = 12;

    @Option(names = "--quick", description = "shorter and smaller, to see whether it works")
    private boolean quick;

    /** @throws StackException for anything it does not know */
    static Settings parse(List<String> arguments) {
        try {
            var settings = CommandLine.populateCommand(new Settings(), arguments.toArray(String[]::new));
            if (!PARTS.containsAll(settings.parts)) {
                throw new StackException("--parts takes %s.".formatted(String.join(",", PARTS)));
            }
            return settings;
        } catch (ParameterException e) {
            throw new StackException(
                    e.getMessage()
                            + ". There are --quick, --parts, --instances, --at-once, --rate, --streams, --warm-up and"
                            + " --seconds.",
                    e);
        }
    }

    boolean measures(String part) {
        return parts.contains(part);
    }

    int instances() {
        return instances;
    }

    int atOnce() {
        return atOnce;
    }

    int rate() {
        return rate;
    }

    int streams() {
        return streams;
    }

    Duration warmUp() {
        return Duration.ofSeconds(quick ? 5 : warmUp);
    }

    Duration measured() {
        return Duration.ofSeconds(quick ? 5 : seconds);
    }

    /** How many tickets wait while the cost of a match is measured. */
    List<Integer> crowds() {
        return quick ? List.of(1_000, 3_000) : List.of(1_000, 10_000, 100_000);
    }

    /** Over how many fields a crowd is spread. */
    List<Integer> fields() {
        return quick ? List.of(1, 10) : List.of(1, 10, 80);
    }
}
