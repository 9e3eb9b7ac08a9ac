package dev.stoa.signaling.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Prints JSON as a TypeScript literal, laid out as prettier would. */
final class TypeScript {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");

    private TypeScript() {}

    static String literal(JsonNode node, int depth) {
        if (node.isObject() && !node.isEmpty()) {
            return node.properties().stream()
                    .map(field -> "  ".repeat(depth + 1) + key(field.getKey()) + ": "
                            + literal(field.getValue(), depth + 1) + ",\n")
                    .collect(Collectors.joining("", "{\n", "  ".repeat(depth) + "}"));
        }
        if (node.isArray() && node.path(0).isObject()) {
            return node.valueStream()
                    .map(item -> "  ".repeat(depth + 1) + literal(item, depth + 1) + ",\n")
                    .collect(Collectors.joining("", "[\n", "  ".repeat(depth) + "]"));
        }
        return node.isArray()
                ? node.valueStream().map(JsonNode::toString).collect(Collectors.joining(", ", "[", "]"))
                : node.toString();
    }

    private static String key(String name) {
        return NAME.matcher(name).matches() ? name : '"' + name + '"';
    }
}
