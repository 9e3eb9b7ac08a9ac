package dev.stoa.matchmaking.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a proof measured: printed, and with -Dupdate written into its row of docs/proof.md. */
final class Figures {

    private static final Path DOCUMENT = Path.of("..", "docs", "proof.md");
    private static final String LAST_COLUMNS = "| seed | commit |";

    private final Map<String, Object> figures = new LinkedHashMap<>();
    private final String proof;
    private final Seed seed;

    private Figures(String proof, Seed seed) {
        this.proof = proof;
        this.seed = seed;
    }

    static Figures of(String proof, Seed seed) {
        return new Figures(proof, seed);
    }

    Figures with(String what, Object figure) {
        figures.put(what, figure);
        return this;
    }

    Figures outcome(Play.Outcome outcome) {
        Verdict verdict = outcome.verdict();
        return with("operations", verdict.operations())
                .with("unknown", outcome.unknown())
                .with("tickets", verdict.tickets())
                .with("offers", verdict.offers())
                .with("matches", verdict.matches())
                .with("kills", outcome.kills())
                .with("suspensions", outcome.suspensions())
                .with("Redis restarts", outcome.restarts().size())
                .with(
                        "longest restart, ms",
                        outcome.restarts().stream()
                                .mapToLong(Outage::length)
                                .max()
                                .orElse(0))
                .with("resets", outcome.resets())
                .with("longest overdue offer, ms", verdict.longestOverdue())
                .with("late offers", verdict.late())
                .with("violations", verdict.violations());
    }

    void publish() {
        String text = figures.entrySet().stream()
                .map(figure -> figure.getKey() + " " + figure.getValue())
                .collect(Collectors.joining(", "));
        System.out.println(proof + ": " + text + ", seed " + seed.value());
        if (System.getProperty("update") != null) {
            write("| " + proof + " | " + text + " | " + seed.value() + " | " + commit() + " |");
        }
    }

    /** Puts the row into the table of results, in place of the proof's earlier one. */
    private void write(String row) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(DOCUMENT));
            lines.removeIf(line -> line.startsWith("| " + proof + " |") && line.matches(".* \\| \\d+ \\| \\w+ \\|"));
            int table = 0;
            while (!lines.get(table).endsWith(LAST_COLUMNS)) {
                table++;
            }
            int place = table + 2;
            while (place < lines.size()
                    && lines.get(place).startsWith("|")
                    && lines.get(place).compareTo(row) < 0) {
                place++;
            }
            lines.add(place, row);
            Files.write(DOCUMENT, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
