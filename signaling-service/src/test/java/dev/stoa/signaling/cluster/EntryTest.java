package dev.stoa.signaling.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.signaling.protocol.LeaveReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryTest {

    @Test
    void theChannelAndTheStreamSayTheSame() {
        var published = Entry.published("17 ada bob - {\"a\": 1}");

        assertEquals(new Entry(17, "ada", "bob", "-", "{\"a\": 1}"), published);
        assertEquals(published, Entry.logged(17, "ada bob - {\"a\": 1}"));
    }

    @Test
    void whatIsForAllIsNotForItsSender() {
        var toAll = new Entry(1, "ada", Entry.ALL, "-", "{}");
        var toBob = new Entry(1, "ada", "bob", "-", "{}");

        assertTrue(toAll.isFor("bob"));
        assertFalse(toAll.isFor("ada"));
        assertTrue(toBob.isFor("bob"));
        assertFalse(toBob.isFor("cleo"));
    }

    @Test
    void aDepartureIsOfOneConnection() {
        var departure = new Entry(1, "ada", Entry.ALL, "replaced:c1", "{}");

        assertTrue(departure.endsConnection("c1"));
        assertFalse(departure.endsConnection("1"));
        assertFalse(new Entry(1, "ada", Entry.ALL, "-", "{}").endsConnection("c1"));
        assertEquals(LeaveReason.REPLACED, departure.reason());
    }

    @Test
    void aHoleInTheLogIsSeen() {
        var third = new Entry(3, "ada", Entry.ALL, "-", "{}");

        assertTrue(new Missed("e", 3, List.of(third)).follows("e", 2));
        assertTrue(new Missed("e", 3, List.of()).follows("e", 3));
        assertFalse(new Missed("e", 3, List.of(third)).follows("e", 1));
        assertFalse(new Missed("e", 3, List.of()).follows("e", 2));
        assertFalse(new Missed("e", 1, List.of()).follows("e", 2));
        assertFalse(new Missed("f", 3, List.of(third)).follows("e", 2));
        assertFalse(new Missed("", 0, List.of()).follows("e", 2));
    }
}
