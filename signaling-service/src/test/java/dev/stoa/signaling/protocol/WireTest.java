package dev.stoa.signaling.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WireTest {

    private final Wire wire = new Wire(new ObjectMapper().registerModule(new JavaTimeModule()));

    @Test
    void aNumberSetLateIsTheSameAsOneSetEarly() {
        var text = "say \"seq\":0 and {\"seq\":0}";
        var at = Instant.parse("2026-01-01T00:00:00Z");

        var late = Wire.number(wire.encode(new ServerMessage.Chat(0, "a", null, text, at)), 4_711);

        assertEquals(wire.encode(new ServerMessage.Chat(4_711, "a", null, text, at)), late);
    }

    @Test
    void everyNumberedMessageCanBeNumberedLate() {
        var info = new PeerInfo("a", "Ada", PeerInfo.Role.LEARNER);
        var description = new SessionDescription(SessionDescription.Type.ROLLBACK, null);

        assertEquals(
                wire.encode(new ServerMessage.PeerJoined(7, info)),
                Wire.number(wire.encode(new ServerMessage.PeerJoined(0, info)), 7));
        assertEquals(
                wire.encode(new ServerMessage.PeerLeft(7, "a", LeaveReason.LOST)),
                Wire.number(wire.encode(new ServerMessage.PeerLeft(0, "a", LeaveReason.LOST)), 7));
        assertEquals(
                wire.encode(new ServerMessage.PeerReconnecting(7, "a")),
                Wire.number(wire.encode(new ServerMessage.PeerReconnecting(0, "a")), 7));
        assertEquals(
                wire.encode(new ServerMessage.PeerResumed(7, info)),
                Wire.number(Wire.RESUMED_BEFORE_PEER + wire.encode(info) + Wire.RESUMED_AFTER_PEER, 7));
        assertEquals(
                wire.encode(new ServerMessage.Description(7, "a", description)),
                Wire.number(wire.encode(new ServerMessage.Description(0, "a", description)), 7));
        assertEquals(
                wire.encode(new ServerMessage.Candidate(7, "a", null)),
                Wire.number(wire.encode(new ServerMessage.Candidate(0, "a", null)), 7));
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
