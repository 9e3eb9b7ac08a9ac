package dev.stoa.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** YAML as it is written, and ways through it. A path that leads nowhere leads to a missing node. */
final class Tree {

    private static final ObjectReader YAML = new YAMLMapper().readerFor(JsonNode.class);

    private Tree() {}

    /** The documents of a YAML text, without empty ones. */
    static List<JsonNode> documents(String yaml) {
        try (var documents = YAML.<JsonNode>readValues(yaml)) {
            return documents.readAll().stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is at a path of names, such as {@code spec.template.spec}. */
    static JsonNode at(JsonNode node, String path) {
        var found = node;
        for (var name : path.split("\\.")) found = found.path(name);
        return found;
    }

    /** The elements of a list; none when there is no list. */
    static Stream<JsonNode> each(JsonNode node, String path) {
        return StreamSupport.stream(at(node, path).spliterator(), false);
    }

    static String text(JsonNode node, String path) {
        return at(node, path).asText("");
    }
}
