package dev.stoa.matchmaking.meeting.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stoa.matchmaking.meeting.pass.Admission;
import dev.stoa.matchmaking.meeting.pass.RoomPasses;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.LogEntry;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives a page the way into the room along with the news of its match: asking for it would cost another trip. */
@ApplicationScoped
class Entrances {

    private final RoomPasses passes;
    private final ObjectMapper mapper;

    Entrances(RoomPasses passes, ObjectMapper mapper) {
        this.passes = passes;
        this.mapper = mapper;
    }

    /** The same news for one reader, with a room pass of its own if it can enter now. */
    LogEntry.Told added(LogEntry.Told told) {
        if (told.admission() == null) {
            return told;
        }
        try {
            Admission admission = mapper.readValue(told.admission(), Admission.class);
            ObjectNode data = mapper.readValue(told.data(), ObjectNode.class);
            data.set("pass", mapper.valueToTree(passes.sign(admission, Ids.next(""))));
            return new LogEntry.Told(told.id(), told.account(), told.type(), mapper.writeValueAsString(data), null);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
