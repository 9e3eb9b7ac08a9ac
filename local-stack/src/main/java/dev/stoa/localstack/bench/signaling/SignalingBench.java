package dev.stoa.localstack.bench.signaling;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.localstack.bench.Benchmark;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast, how cheap and how sturdy signaling through Redis between two instances is: Stoa's beside the floor, a bare
 * relay, and socket.io with its streams adapter, in turn and with the same generator.
 */
public final class SignalingBench implements Benchmark {
    /** The load for each processor, averaged over a minute, from which on others disturb what is measured. */
    private static final double BUSY = 0.5;

    private final PrintStream out = System.out;

    @Override
    public String name() {
        return "signaling";
    }

    @Override
    public String summary() {
        return "rate, latency, CPU, memory, reconnects beside a bare relay and socket.io; --quick, --only, --parts";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var settings = Settings.parse(arguments);
        var project = Path.of(System.getProperty("stoa.project", "")).toAbsolutePath();
        try (var passes = PassIssuer.open()) {
            var stage = new Stage(Files.createTempDirectory("stoa-bench-signaling"), project);
            out.println("State and logs until the end: " + stage.folder());
            var contenders = contenders(settings, project, passes);
            var figures = new Figures(out);
            warnIfBusy();
            if (settings.measures("rate") || settings.measures("latency")) {
                new Race(settings, figures).run(stage, contenders);
            }
            for (var contender : contenders) alone(settings, stage, contender, figures);
            stage.clear();
            out.println(new ObjectMapper().writeValueAsString(figures.all()));
        }
    }

    private void warnIfBusy() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        if (machine.getSystemLoadAverage() < machine.getAvailableProcessors() * BUSY) return;
        out.printf(
                Locale.ROOT,
                "This machine is busy (load %.1f on %d processors): trust the ratios more than the figures.%n",
                machine.getSystemLoadAverage(),
                machine.getAvailableProcessors());
    }

    private static List<Contender> contenders(Settings settings, Path project, PassIssuer passes) {
        var stoa = new StoaContender(project, passes);
        var contenders = new ArrayList<Contender>();
        if (settings.compares("stoa")) contenders.add(stoa);
        if (settings.compares("floor")) contenders.add(new FloorContender(stoa.jvm()));
        if (settings.compares("socketio")) {
            contenders.add(
                    new SocketIoContender(NodePackages.install(project.resolve("local-stack/target/bench-socketio"))));
        }
        return contenders;
    }

    /** What wants fresh processes, and no others beside them. */
    private void alone(Settings settings, Stage stage, Contender contender, Figures figures) throws Exception {
        if (settings.measures("idle")) {
            try (var arena = stage.open(contender)) {
                figures.memory(contender, new Memory(arena).measure(settings.share()));
            }
        }
        if (settings.measures("storm")) {
            try (var arena = stage.open(contender)) {
                figures.storm(contender, new Storm(arena).measure(settings.share()));
            }
        }
    }
}
