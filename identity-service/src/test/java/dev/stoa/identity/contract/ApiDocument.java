package dev.stoa.identity.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The committed OpenAPI document: its operations, its examples and its schemas. */
final class ApiDocument {

    static final ObjectMapper JSON = new ObjectMapper();

    /** An operation; {@code node} is what the document says of it. */
    record Operation(String id, String method, String path, JsonNode node) {

        /** The documented status of success. */
        int success() {
            return node.get("responses").properties().stream()
                    .map(response -> Integer.parseInt(response.getKey()))
                    .filter(status -> status < 400)
                    .findFirst()
                    .orElseThrow();
        }

        boolean hasResponse(int status) {
            return node.get("responses").has(Integer.toString(status));
        }
    }

    private final JsonNode root;
    private final JsonSchemaFactory schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private final SchemaValidatorsConfig strict =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    static ApiDocument read() {
        try {
            return new ApiDocument(
                    new YAMLMapper().readTree(Path.of("openapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        return root.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("operationId"))
                        .map(method -> new Operation(
                                method.getValue().get("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue())))
                .toList();
    }

    /** The body that the document shows, made of the examples of its parts; missing when there is none. */
    JsonNode body(Operation operation) {
        var schema = operation.node().at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? schema : example(schema);
    }

    private JsonNode example(JsonNode reference) {
        var schema = followed(reference);
        if (schema.path("examples").isArray()) {
            return schema.get("examples").get(0);
        }
        var object = JSON.createObjectNode();
        var properties = schema.path("properties").properties();
        if (properties.isEmpty()) {
            throw new AssertionError("There is no example of " + schema);
        }
        properties.forEach(property -> object.set(property.getKey(), example(property.getValue())));
        return object;
    }

    /** What is wrong with an answer of that status and body, of which nothing may be documented but that it is empty. */
    Set<String> wrongs(Operation operation, int status, String body) throws IOException {
        var content = followed(operation.node().get("responses").get(Integer.toString(status)))
                .path("content");
        var media = content.has("application/json")
                ? content.get("application/json")
                : content.path("application/problem+json");
        if (media.isMissingNode()) {
            return body.isEmpty() ? Set.of() : Set.of("no body is documented: " + body);
        }
        return wrongs(media.get("schema"), JSON.readTree(body));
    }

    /** Examples of schemas, and of their properties, that do not fit them: what is wrong, by the place in the document. */
    TreeMap<String, Set<String>> badExamples() {
        var bad = new TreeMap<String, Set<String>>();
        collect("#/components/schemas", root.at("/components/schemas"), bad);
        return bad;
    }

    private void collect(String place, JsonNode node, TreeMap<String, Set<String>> bad) {
        if (node.path("examples").isArray()) {
            var schema = JSON.createObjectNode().put("$ref", place);
            var wrongs = Stream.iterate(0, i -> i < node.get("examples").size(), i -> i + 1)
                    .flatMap(i -> wrongs(schema, node.get("examples").get(i)).stream())
                    .collect(Collectors.toSet());
            if (!wrongs.isEmpty()) {
                bad.put(place, wrongs);
            }
        }
        node.properties().forEach(child -> collect(place + "/" + child.getKey(), child.getValue(), bad));
    }

    private Set<String> wrongs(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.get("components"));
        return schemas.getSchema(whole, strict).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    private JsonNode followed(JsonNode node) {
        var reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : followed(root.at(reference.substring(1)));
    }
}
