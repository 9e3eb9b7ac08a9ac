package dev.stoa.localstack;

import dev.stoa.localstack.process.Child;
import dev.stoa.localstack.provider.DemoAccount;
import dev.stoa.localstack.terminal.LauncherLog;
import dev.stoa.localstack.terminal.Terminal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./stoa up}: starts the stack, says where it is, and stays until it is told to stop or a part of it dies. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts the whole system on this machine; Ctrl-C stops it.")
final class Up implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "port of the one address (8080)")
    private int port;

    @Option(names = "--signaling", paramLabel = "N", defaultValue = "2", description = "signaling instances (2)")
    private int signaling;

    @Option(names = "--matchmaking", paramLabel = "N", defaultValue = "1", description = "matchmaking instances (1)")
    private int matchmaking;

    @Option(names = "--data", paramLabel = "FOLDER", description = "folder of state, secrets and logs (.stoa)")
    private @Nullable Path data;

    @Option(names = "--fresh", description = "forget what earlier runs left in that folder")
    private boolean fresh;

    @Option(names = "--test-realm", description = "let tests sign accounts in by password, without a browser")
    private boolean testRealm;

    private final PrintStream out = System.out;

    @Override
    public Integer call() throws Exception {
        var stack = start(options());
        var atExit = new Thread(() -> stop(stack), "stop");
        Runtime.getRuntime().addShutdownHook(atExit);
        LauncherLog.to(stack.logs());
        welcome(stack);
        var dead = stack.firstUnwantedEnd().get();
        report(dead);
        return 1;
    }

    /** @throws dev.stoa.localstack.process.StackException when a number is out of its range */
    StackOptions options() {
        Ranges.check("--port", port, 1, 65_535);
        Ranges.check("--signaling", signaling, 1, 16);
        Ranges.check("--matchmaking", matchmaking, 1, 16);
        var folder = data == null ? Project.find().defaultData() : data;
        var instances = new StackOptions.Instances(matchmaking, signaling);
        return new StackOptions(folder, port, instances, testRealm, Map.of());
    }

    private Stack start(StackOptions options) {
        if (fresh) Stack.forget(options);
        try (var terminal = new Terminal(out, Boolean.getBoolean("stoa.terminal"))) {
            return Stack.start(options, terminal);
        }
    }

    private void welcome(Stack stack) {
        out.printf("%nStoa is ready: %s%n%n", stack.origin());
        out.printf("  %-10s %-10s %-24s %s%n", "sign in as", "password", "who", "what for");
        DemoAccount.ALL.forEach(account -> out.printf(
                "  %-10s %-10s %-24s %s%n",
                account.username(), account.password(), account.displayName(), account.role()));
        out.printf("%n  logs       %s%n", stack.logs());
        out.printf("  Keycloak   %s  (admin, password in %s)%n", stack.keycloakConsole(), stack.secretsFile());
        out.printf("%nCtrl-C stops it.%n");
    }

    private void report(Child dead) {
        System.err.printf("%n%s ended unexpectedly; stopping the others. %s%n", dead.name(), dead.lastWords());
    }

    private void stop(Stack stack) {
        out.printf("%nStopping …%n");
        stack.close();
        out.println("Stopped.");
    }
}
