package dev.stoa.signaling.watch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestPeer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dashboard asks only for figures that this service really has. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class DashboardTest {

    private static final Path DASHBOARD = Path.of("..", "monitoring", "grafana", "signaling.json");

    private static final Pattern NOT_A_NAME = Pattern.compile("\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on) *\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("\\b[a-z_][a-zA-Z0-9_]*\\b(?! *\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool");

    @Inject
    Door door;

    @Test
    void everyFigureOfItExists() throws IOException {
        useEverything();
        var queries = queries();
        assertFalse(queries.isEmpty());

        await().untilAsserted(() -> assertEquals(Set.of(), missing(queries), "not in /q/metrics"));
    }

    @Test
    void everyPanelHasATitleAndSaysWhatItShows() throws IOException {
        for (var panel : new ObjectMapper().readTree(DASHBOARD.toFile()).path("panels")) {
            assertFalse(panel.path("title").asText().isBlank(), panel.toString());
            assertTrue(
                    panel.path("type").asText().equals("row")
                            || !panel.path("description").asText().isBlank(),
                    panel.path("title").asText());
        }
    }

    private Set<String> missing(List<String> queries) {
        var names = door.ask("/q/metrics")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toSet());
        var missing = new TreeSet<String>();
        for (var query : queries) {
            NAME.matcher(NOT_A_NAME.matcher(query).replaceAll(""))
                    .results()
                    .map(found -> found.group())
                    .filter(name -> !WORDS.contains(name) && !names.contains(name))
                    .forEach(missing::add);
        }
        return missing;
    }

    /** Some figures are there only once there was something to count. */
    private void useEverything() {
        var room = Door.newRoom();
        try (var ada = TestPeer.open(door.port(), door.printer().pass(room, "ada"))) {
            var welcome = ada.next("welcome");
            ada.offer("nobody", "v=0");
            ada.next("error");
            ada.chat("hi");
            ada.vanish();
            try (var again =
                    TestPeer.comeBack(door.port(), welcome, welcome.path("seq").longValue())) {
                again.next("resumed");
                again.say("{\"type\":\"leave\"}");
                again.closeCode();
            }
        }
        TestPeer.knock(door.port(), "https://evil.test", "stoa.v1");
    }

    private static List<String> queries() throws IOException {
        var dashboard = new ObjectMapper().readTree(DASHBOARD.toFile());
        return dashboard.findValues("expr").stream().map(JsonNode::textValue).toList();
    }
}
