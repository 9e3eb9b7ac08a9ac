package dev.stoa.matchmaking.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The committed OpenAPI document: its operations, its examples and its schemas. */
final class ApiDocument {

    /** An operation. */
    record Operation(String id, String method, String path, JsonNode node) {

        JsonNode requestMedia() {
            return node.at("/requestBody/content/application~1json");
        }
    }

    static final ObjectMapper JSON = new ObjectMapper();

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
            throw new IllegalStateException(e);
        }
    }

    List<Operation> operations() {
        List<Operation> all = new ArrayList<>();
        root.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (method.getValue().has("operationId")) {
                        all.add(new Operation(
                                method.getValue().get("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                method.getValue()));
                    }
                }));
        return all;
    }

    /** The documented status of success. */
    int success(Operation operation) {
        return operation.node().get("responses").properties().stream()
                .map(response -> Integer.parseInt(response.getKey()))
                .filter(status -> status < 300)
                .findFirst()
                .orElseThrow();
    }

    /** What is said of the answer with a status; references are followed. Missing when it is not documented. */
    JsonNode response(Operation operation, int status) {
        return followed(operation.node().get("responses").path(String.valueOf(status)));
    }

    /** The content of an answer in JSON: schema and examples; missing when it has none. */
    JsonNode media(JsonNode response) {
        JsonNode content = response.path("content");
        return content.has("application/json")
                ? content.get("application/json")
                : content.path("application/problem+json");
    }

    /** Examples of a body: those of its own, or those of its schema, or one put together from those of its properties. */
    List<JsonNode> examples(JsonNode media) {
        List<JsonNode> own = new ArrayList<>();
        media.path("examples").forEach(example -> own.add(value(example.get("value"))));
        JsonNode schema = followed(media.get("schema"));
        if (own.isEmpty()) {
            schema.path("examples").forEach(example -> own.add(value(example)));
        }
        return own.isEmpty() ? List.of(assembled(media.get("schema"))) : own;
    }

    /** All examples in components, of whole schemas and of single properties, by where they stand, with their schema. */
    TreeMap<String, List<JsonNode>> schemaExamples() {
        TreeMap<String, List<JsonNode>> found = new TreeMap<>();
        collect("#/components/schemas", root.at("/components/schemas"), found);
        return found;
    }

    private static void collect(String place, JsonNode node, TreeMap<String, List<JsonNode>> found) {
        if (node.path("examples").isArray()) {
            List<JsonNode> examples = new ArrayList<>();
            node.get("examples").forEach(examples::add);
            found.put(place, examples);
        }
        node.properties().forEach(child -> collect(place + "/" + child.getKey(), child.getValue(), found));
    }

    /** What is wrong with a value, if it is to fit the schema at this place of the document. */
    Set<String> wrongsAt(String place, JsonNode value) {
        ObjectNode schema = JSON.createObjectNode().put("$ref", place);
        return wrongs(schema, value);
    }

    /** What is wrong with a value, if it is to fit this schema of the document. */
    Set<String> wrongs(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", root.get("components"));
        return schemas.getSchema(whole, strict).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .collect(Collectors.toSet());
    }

    private JsonNode assembled(JsonNode reference) {
        JsonNode schema = followed(reference);
        if (schema.path("examples").isArray()) {
            return value(schema.get("examples").get(0));
        }
        if (schema.has("anyOf")) {
            return assembled(schema.get("anyOf").get(0));
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                schema.path("properties")
                        .properties()
                        .forEach(property -> object.set(property.getKey(), assembled(property.getValue())));
                yield object;
            }
            case "array" -> JSON.createArrayNode().add(assembled(schema.get("items")));
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> throw new AssertionError("There is no example for " + schema);
        };
    }

    /** What a reference leads to; anything else itself. */
    JsonNode followed(JsonNode node) {
        String reference = node.path("$ref").asText();
        return reference.isEmpty() ? node : followed(root.at(reference.substring(1)));
    }

    /** An example as the value that it is; those of whole bodies may be written as text. */
    static JsonNode value(JsonNode example) {
        if (!example.asText().startsWith("{") && !example.asText().startsWith("[")) {
            return example;
        }
        try {
            return JSON.readTree(example.asText());
        } catch (JsonProcessingException e) {
            return example;
        }
    }
}
