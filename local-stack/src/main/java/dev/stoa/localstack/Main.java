package dev.stoa.localstack;

import dev.stoa.localstack.doctor.Doctor;
import dev.stoa.localstack.process.StackException;
import dev.stoa.localstack.terminal.LauncherLog;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code ./stoa} runs once everything is built. */
@Command(
        name = "stoa",
        mixinStandardHelpOptions = true,
        subcommands = {Up.class, Bench.class, IntegratorCommand.class, Doctor.class},
        description = "The whole of Stoa on this machine.")
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        LauncherLog.quiet();
        System.exit(run(new PrintWriter(System.err, true, System.err.charset()), arguments));
    }

    /** @return the exit code: 0 fine, 1 could not run, 2 wrong arguments */
    static int run(PrintWriter err, String... arguments) {
        var main = new CommandLine(new Main());
        // What follows the name of a benchmark is the benchmark's own.
        Objects.requireNonNull(main.getSubcommands().get("bench")).setStopAtPositional(true);
        return main.setErr(err)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!(failure instanceof StackException || failure instanceof UncheckedIOException)) throw failure;
                    line.getErr().println(sentence((RuntimeException) failure));
                    return 1;
                })
                .setParameterExceptionHandler((failure, words) -> {
                    var line = failure.getCommandLine();
                    line.getErr()
                            .println(failure.getMessage() + ".  ./stoa " + line.getCommandName()
                                    + " --help lists what there is.");
                    return 2;
                })
                .execute(arguments);
    }

    private static String sentence(RuntimeException failure) {
        var said = String.valueOf(failure.getMessage());
        var cause = String.valueOf(failure.getCause());
        return failure instanceof UncheckedIOException && !said.contains(cause) ? said + ": " + cause : said;
    }
}
