package dev.stoa.localstack.bench.signaling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The loads: all contenders run, and are loaded in turn. */
final class Race {
    private static final double P99_BOUND_MS = 50;

    private final Settings settings;
    private final Figures figures;

    Race(Settings settings, Figures figures) {
        this.settings = settings;
        this.figures = figures;
    }

    void run(Stage stage, List<Contender> contenders) {
        var arenas = new ArrayList<Arena>();
        try {
            for (var contender : contenders) arenas.add(stage.open(contender));
            for (var arena : arenas) {
                figures.line("Warming up %s …", arena.contender().title());
                settings.warmUps().forEach(plan -> trial(arena, plan));
            }
            // First what warms up further.
            if (settings.measures("rate")) ceilings(arenas);
            if (settings.measures("latency")) latencies(arenas);
        } finally {
            arenas.forEach(Arena::close);
        }
    }

    private void ceilings(List<Arena> arenas) {
        Map<Arena, Search> searches = new LinkedHashMap<>();
        arenas.forEach(arena -> searches.put(arena, new Search()));
        while (!searches.isEmpty()) {
            searches.forEach(this::step);
            searches.entrySet().removeIf(each -> {
                if (!each.getValue().isOver()) return false;
                figures.ceiling(each.getKey().contender(), each.getValue().found());
                return true;
            });
        }
    }

    private void step(Arena arena, Search search) {
        double rate = search.next();
        var outcome = trial(arena, settings.step(rate));
        var keptUp = outcome.keptUp(P99_BOUND_MS);
        search.tried(rate, keptUp);
        figures.step(arena.contender(), outcome, keptUp);
    }

    private void latencies(List<Arena> arenas) {
        for (int rate : settings.rates()) {
            int rounds = rate == Figures.CPU_RATE ? settings.cpuRounds() : 1;
            for (int round = 0; round < rounds; round++) {
                for (var arena : arenas) {
                    figures.load(arena.contender(), rate, trial(arena, settings.latency(rate)));
                }
            }
        }
    }

    private Outcome trial(Arena arena, Load.Plan plan) {
        return Trial.of(arena, settings.pairs()).run(plan);
    }
}
