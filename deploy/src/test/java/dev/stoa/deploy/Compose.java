package dev.stoa.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The Compose file as Compose reads it, its anchors and merge keys resolved; Jackson takes an alias for a text. */
final class Compose {

    static final JsonNode FILE = new ObjectMapper()
            .valueToTree(new Yaml().<Object>load(Tree.read(Project.ROOT.resolve("docker-compose.yml"))));

    private Compose() {}

    static List<String> containers() {
        return FILE.path("services").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    static JsonNode container(String name) {
        return FILE.path("services").path(name);
    }

    /** Written as a list, or with what belongs to each. */
    static Set<String> networks(String container) {
        var networks = container(container).path("networks");
        return networks.isArray()
                ? Set.copyOf(texts(networks))
                : networks.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
