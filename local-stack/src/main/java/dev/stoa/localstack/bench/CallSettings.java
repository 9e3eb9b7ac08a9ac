package dev.stoa.localstack.bench;

import dev.stoa.localstack.process.StackException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** What is measured. */
@Command(name = "bench call")
final class CallSettings {
    @Parameters(arity = "0..1", paramLabel = "ROUNDS", description = "calls of each kind")
    private int rounds = 20;

    @Option(names = "--link", paramLabel = "MS", description = "how long a packet takes from one browser to the other")
    private int link;

    /** @throws StackException for anything it does not know */
    static CallSettings parse(List<String> arguments) {
        try {
            var settings = CommandLine.populateCommand(new CallSettings(), arguments.toArray(String[]::new));
            if (settings.rounds < 1 || settings.link < 0 || settings.link > 1_000) {
                throw new StackException("There is at least one round, and a link of at most 1000 ms.");
            }
            return settings;
        } catch (ParameterException e) {
            throw new StackException(e.getMessage() + ". There are a number of rounds, and --link.", e);
        }
    }

    int rounds() {
        return rounds;
    }

    boolean hasLink() {
        return link > 0;
    }

    /** How long a packet takes each way. */
    Duration link() {
        return Duration.ofMillis(link);
    }
}
