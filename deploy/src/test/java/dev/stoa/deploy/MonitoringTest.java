package dev.stoa.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dashboards and alert rules ask for figures that the services have, and each alert has its card. */
class MonitoringTest {

    private static final Path RULES = Project.ROOT.resolve("monitoring/prometheus/stoa.yml");
    private static final Path DASHBOARDS = Project.ROOT.resolve("monitoring/grafana");
    private static final Pattern FIGURE = Pattern.compile("\\bstoa_[a-z_]+");
    private static final Pattern KIND = Pattern.compile("(_total|_seconds(_bucket|_sum|_count|_max)?)$");

    /** A comparison that is true of little, with something counted that is not there until it has happened once. */
    private static final Pattern LITTLE =
            Pattern.compile("(?:increase|rate)\\((?:(?! (?:>|>=|and|or|unless) ).)* (?:==|<|<=) ");

    private static final Pattern METER = Pattern.compile("\"(stoa\\.[a-z.]+)\"");

    @Test
    void everyFigureExists() throws IOException {
        Set<String> asked = new TreeSet<>();
        for (var query : queries()) {
            FIGURE.matcher(query)
                    .results()
                    .map(found -> KIND.matcher(found.group()).replaceFirst("").replace('_', '.'))
                    .forEach(asked::add);
        }
        assertTrue(asked.size() > 15, asked.toString());

        asked.removeAll(meters());
        assertEquals(Set.of(), asked, "no service counts this");
    }

    @Test
    void everyAlertSaysWhatToDo() throws IOException {
        var cards = Files.readString(Project.ROOT.resolve("docs/operations.md"))
                .lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());

        for (var alert : alerts()) {
            var name = alert.path("alert").asText();
            assertTrue(
                    Set.of("page", "ticket")
                            .contains(alert.at("/labels/severity").asText()),
                    name);
            assertFalse(alert.at("/annotations/summary").asText().isBlank(), name);
            assertTrue(cards.contains(alert.at("/annotations/card").asText()), name + " has no card");
        }
    }

    @Test
    void whatHasNeverHappenedCountsAsNothing() throws IOException {
        assertTrue(LITTLE.matcher("sum(increase(a_total{b=\"c\"}[15m])) == 0").find());

        assertEquals(
                List.of(),
                alerts().stream()
                        .filter(alert ->
                                LITTLE.matcher(alert.path("expr").asText()).find())
                        .map(alert -> alert.path("alert").asText())
                        .toList());
    }

    private static List<String> queries() throws IOException {
        var all = new ArrayList<String>();
        alerts().forEach(alert -> all.add(alert.path("expr").asText()));
        try (var files = Files.list(DASHBOARDS)) {
            for (var file : files.toList()) {
                new ObjectMapper()
                        .readTree(file.toFile())
                        .findValues("expr")
                        .forEach(expression -> all.add(expression.asText()));
            }
        }
        return all;
    }

    private static List<JsonNode> alerts() throws IOException {
        var all = new ArrayList<JsonNode>();
        for (var group :
                new ObjectMapper(new YAMLFactory()).readTree(RULES.toFile()).path("groups")) {
            group.path("rules").forEach(all::add);
        }
        assertFalse(all.isEmpty());
        return all;
    }

    /** The names of meters in the services' sources. */
    private static Set<String> meters() throws IOException {
        Set<String> names = new TreeSet<>();
        for (var service : Settings.SERVICES) {
            try (Stream<Path> files = Files.walk(Project.ROOT.resolve(service).resolve("src/main/java"))) {
                for (var file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    METER.matcher(Files.readString(file)).results().forEach(found -> names.add(found.group(1)));
                }
            }
        }
        return names;
    }
}
