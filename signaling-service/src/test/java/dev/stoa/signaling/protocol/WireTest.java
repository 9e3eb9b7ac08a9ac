package dev.stoa.signaling.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WireTest {

    private final Wire wire = new Wire(new ObjectMapper().registerModule(new JavaTimeModule()));

    @Test
    void aNumberSetLateIsTheSameAsOneSetEarly() {
        var text = "say \"seq\":0 and {\"seq\":0}";
        var at = Instant.parse("2026-01-01T00:00:00Z");

        var late = wire.encodeUnnumbered(new ServerMessage.Chat(0, "a", null, text, at));

        assertEquals(
                wire.encode(new ServerMessage.Chat(4_711, "a", null, text, at)), late.before() + 4_711 + late.after());
    }

    @Test
    void everyNumberedMessageCanBeNumberedLate() {
        var info = new PeerInfo("a", "Ada", PeerInfo.Role.LEARNER);
        var description = new SessionDescription(SessionDescription.Type.ROLLBACK, null);
        Stream.<LongFunction<ServerMessage>>of(
                        seq -> new ServerMessage.PeerJoined(seq, info),
                        seq -> new ServerMessage.PeerLeft(seq, "a", LeaveReason.LOST),
                        seq -> new ServerMessage.PeerReconnecting(seq, "a"),
                        seq -> new ServerMessage.PeerResumed(seq, info),
                        seq -> new ServerMessage.Description(seq, "a", description),
                        seq -> new ServerMessage.Candidate(seq, "a", null))
                .forEach(message -> {
                    var late = wire.encodeUnnumbered(message.apply(0));

                    assertEquals(wire.encode(message.apply(7)), late.before() + 7 + late.after());
                });
    }

    @Test
    void anAnswerToNonsenseNamesTheFieldButNotTheClass() {
        var malformed = assertThrows(
                Malformed.class,
                () -> wire.decode("{\"type\":\"description\",\"to\":\"b\",\"description\":{\"type\":7}}"));

        assertEquals(
                "a field is missing or of the wrong kind: description.type",
                malformed.answer().message());
    }
}
