package dev.stoa.localstack.bench.signaling;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.localstack.bench.Benchmark;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How fast, how cheap and how sturdy signaling through Redis between two instances is: Stoa's beside the floor, a bare
 * relay, and socket.io with its streams adapter, one after the other with the same generator.
 */
public final class SignalingBench implements Benchmark {
    private final PrintStream out = System.out;

    @Override
    public String name() {
        return "signaling";
    }

    @Override
    public String summary() {
        return "rates, latency, CPU, memory and reconnects beside a bare relay and socket.io; --quick, --only, --parts";
    }

    @Override
    public void run(List<String> arguments) throws Exception {
        var settings = Settings.parse(arguments);
        var project = Path.of(System.getProperty("stoa.project", "")).toAbsolutePath();
        var folder = Files.createTempDirectory("stoa-bench-signaling");
        var arenas = new ArrayList<Arena>();
        try (var passes = PassIssuer.open()) {
            for (var contender : contenders(settings, project, passes)) {
                arenas.add(Arena.open(
                        contender, folder.resolve(contender.name()), project.resolve("local-stack/target/programs")));
            }
            var figures = new Figures(out);
            measure(settings, arenas, figures);
            out.println(new ObjectMapper().writeValueAsString(figures.all()));
        } finally {
            arenas.forEach(Arena::close);
        }
    }

    private static List<Contender> contenders(Settings settings, Path project, PassIssuer passes) {
        var stoa = new StoaContender(project, passes);
        Map<String, Contender> all = Map.of("stoa", stoa, "floor", new FloorContender(stoa.jvm()));
        return Settings.CONTENDERS.stream()
                .filter(settings.contenders()::contains)
                .filter(all::containsKey)
                .map(all::get)
                .toList();
    }

    private void measure(Settings settings, List<Arena> arenas, Figures figures) {
        for (var arena : arenas) {
            out.println("Warming up " + arena.contender().title() + " …");
            new Trial(arena, settings.pairs()).run(settings.warmUp());
        }
        for (int rate : settings.rates()) {
            for (var arena : arenas) {
                figures.latency(arena.contender(), new Trial(arena, settings.pairs()).run(settings.latency(rate)));
            }
        }
    }
}
