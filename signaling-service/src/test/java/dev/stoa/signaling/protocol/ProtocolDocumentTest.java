package dev.stoa.signaling.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProtocolDocumentTest {

    private final String document = Files.readString(Path.of("../docs/protocol.md"));

    ProtocolDocumentTest() throws IOException {}

    @Test
    void everyCloseCodeIsInItsTable() {
        for (var reason : CloseReason.values()) {
            var row = document.lines()
                    .filter(line -> line.startsWith("| %d | %s |".formatted(reason.code(), reason.word())))
                    .findFirst();

            assertTrue(
                    row.isPresent() && row.get().contains(reason.reconnect() ? "| yes" : "| no |"), reason.toString());
        }
    }

    @Test
    void everyErrorAndEveryReasonToLeaveIsInItsTable() {
        for (var code : ErrorCode.values()) {
            assertTrue(document.contains(
                    "| `" + code.name().toLowerCase(Locale.ROOT).replace('_', '-') + "` |"));
        }
        for (var reason : LeaveReason.values()) {
            assertTrue(document.contains("| `" + reason.word() + "` |"));
        }
    }

    @Test
    void everyMessageHasAnExample() {
        for (var messages : List.of(ClientMessage.class, ServerMessage.class)) {
            for (var type : messages.getAnnotation(JsonSubTypes.class).value()) {
                assertTrue(document.contains("{\"type\":\"" + type.name() + "\""), type.name());
            }
        }
    }
}
