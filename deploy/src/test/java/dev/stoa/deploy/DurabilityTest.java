package dev.stoa.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a Redis has acknowledged outlives it, wherever it is deployed, and is never thrown away for something newer. */
class DurabilityTest {

    @ParameterizedTest
    @CsvSource({"redis-queue, always", "redis-signaling, everysec"})
    void aRedisOfComposeKeepsWhatItHasAcknowledged(String name, String synced) {
        assertKeeps(Compose.texts(Compose.container(name).path("command")), synced);
    }

    @ParameterizedTest
    @CsvSource({"redis-queue, always", "redis-signaling, everysec"})
    void aRedisOfTheClusterKeepsWhatItHasAcknowledged(String name, String synced) {
        var file = Project.ROOT.resolve("k8s/components/redis/" + name + ".yaml");
        var arguments = Manifests.of(Tree.read(file))
                .workloads()
                .flatMap(Manifests.Workload::containers)
                .filter(container -> container.path("name").asText().equals("redis"))
                .flatMap(container -> Tree.each(container, "args"))
                .map(JsonNode::asText)
                .toList();

        assertKeeps(arguments, synced);
    }

    private static void assertKeeps(List<String> arguments, String synced) {
        assertEquals("yes", after("--appendonly", arguments));
        assertEquals(synced, after("--appendfsync", arguments));
        assertEquals("noeviction", after("--maxmemory-policy", arguments));
    }

    private static String after(String option, List<String> arguments) {
        return arguments.get(arguments.indexOf(option) + 1);
    }
}
