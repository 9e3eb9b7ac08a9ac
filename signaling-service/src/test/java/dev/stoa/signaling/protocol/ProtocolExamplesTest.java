package dev.stoa.signaling.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoa.signaling.rig.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ProtocolExamplesTest {

    private static final Path FILE = Path.of("../web-ui/src/signaling/protocol.examples.ts");

    @Inject
    Wire wire;

    @Inject
    ObjectMapper mapper;

    @Test
    void theWebUiHasEveryMessageAsItIsReallyWritten() throws IOException {
        var written = typeScript();

        if (System.getProperty("update") != null) {
            Files.writeString(FILE, written);
        }

        assertEquals(written, Files.readString(FILE), "run this test with -Dupdate and commit the file");
    }

    @Test
    void everyClientMessageIsReadBackAsItWas() throws Exception {
        for (var message : Examples.client()) {
            var text = mapper.writerFor(ClientMessage.class).writeValueAsString(message);

            assertEquals(message, wire.decode(text));
        }
    }

    @Test
    void everyServerMessageIsReadBackAsItWas() throws IOException {
        for (var message : Examples.server()) {
            assertEquals(message, mapper.readValue(wire.encode(message), ServerMessage.class));
        }
    }

    @Test
    void everyMessageHasAnExample() {
        assertEquals(arms(ClientMessage.class), classes(Examples.client()));
        assertEquals(arms(ServerMessage.class), classes(Examples.server()));
    }

    @Test
    void everyMessageIsListedWithItsType() {
        assertEquals(arms(ClientMessage.class), listed(ClientMessage.class));
        assertEquals(arms(ServerMessage.class), listed(ServerMessage.class));
    }

    private String typeScript() throws IOException {
        var client = mapper.createObjectNode();
        for (var message : Examples.client()) {
            put(client, mapper.readTree(mapper.writerFor(ClientMessage.class).writeValueAsString(message)));
        }
        var server = mapper.createObjectNode();
        for (var message : Examples.server()) {
            put(server, mapper.readTree(wire.encode(message)));
        }
        var reasons = new LinkedHashMap<String, Object>();
        for (var reason : CloseReason.values()) {
            var facts = new LinkedHashMap<String, Object>();
            facts.put("code", reason.code());
            facts.put("reconnect", reason.reconnect());
            reasons.put(reason.word(), facts);
        }
        return """
                // Written by the service's ProtocolExamplesTest (-Dupdate): what it really sends, reads and closes with.
                import type { ClientMessage, closeReasons, ServerMessage } from "./protocol";

                export const clientMessages = %s satisfies { [T in ClientMessage["type"]]: Extract<ClientMessage, { type: T }>[] };

                export const serverMessages = %s satisfies { [T in ServerMessage["type"]]: Extract<ServerMessage, { type: T }>[] };

                export const closes = %s satisfies typeof closeReasons;
                """.formatted(
                        TypeScript.literal(client, 0),
                        TypeScript.literal(server, 0),
                        TypeScript.literal(mapper.valueToTree(reasons), 0));
    }

    private static void put(ObjectNode byType, JsonNode message) {
        byType.withArray(message.path("type").textValue()).add(message);
    }

    private static Set<Class<?>> arms(Class<?> message) {
        return Set.of(message.getPermittedSubclasses());
    }

    private static Set<Class<?>> classes(List<?> examples) {
        return examples.stream().map(Object::getClass).collect(Collectors.toSet());
    }

    private static Set<Class<?>> listed(Class<?> message) {
        return Arrays.stream(message.getAnnotation(JsonSubTypes.class).value())
                .map(JsonSubTypes.Type::value)
                .collect(Collectors.toSet());
    }
}
