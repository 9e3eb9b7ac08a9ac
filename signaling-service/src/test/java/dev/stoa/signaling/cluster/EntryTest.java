package dev.stoa.signaling.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EntryTest {

    @Test
    void anEntryIsReadFromItsText() {
        assertEquals(new Entry(17, "ada", "bob", "-", "{\"a\": 1}"), Entry.of("12 17 ada bob - {\"a\": 1}", 3));
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
    void whatIsForNobodyIsForTheInstancesAlone() {
        var toNobody = new Entry(1, "ada", Entry.NOBODY, "moved:c1", "{}");

        assertFalse(toNobody.isFor("bob"));
        assertFalse(toNobody.isFor("ada"));
    }

    @Test
    void aChangeIsOfOneConnection() {
        var change = new Entry(1, "ada", Entry.ALL, "replaced:c1", "{}");

        assertEquals(Optional.of(Change.REPLACED), change.changeOf("c1"));
        assertEquals(Optional.empty(), change.changeOf("1"));
        assertEquals(Optional.empty(), new Entry(1, "ada", Entry.ALL, "-", "{}").changeOf("c1"));
    }

    @Test
    void aHoleInTheLogIsSeen() {
        var second = new Entry(2, "ada", Entry.ALL, "-", "{}");
        var third = new Entry(3, "ada", Entry.ALL, "-", "{}");

        assertEquals(List.of(third), new Missed("e", 3, 3, List.of(second, third)).after("e", 2, second));
        assertEquals(List.of(third), new Missed("e", 3, 3, List.of(third)).after("e", 2, second));
        assertEquals(List.of(), new Missed("e", 3, 3, List.of(third)).after("e", 3, third));
        assertEquals(List.of(), new Missed("e", 3, 3, List.of()).after("e", 3, null));
        assertNull(new Missed("e", 3, 3, List.of(third)).after("e", 1, null));
        assertNull(new Missed("e", 3, 3, List.of()).after("e", 2, second));
        assertNull(new Missed("e", 1, 1, List.of()).after("e", 2, second));
        assertNull(new Missed("f", 3, 3, List.of(third)).after("e", 2, second));
        assertNull(new Missed("", 0, 0, List.of()).after("e", 2, second));
    }

    @Test
    void whatRedisCannotKeepAsItIsCountsAsKept() {
        var half = new Entry(2, "ada", Entry.ALL, "-", "{\"text\":\"\ud83d\"}");
        var kept = new Entry(2, "ada", Entry.ALL, "-", "{\"text\":\"?\"}");

        assertFalse(new Missed("e", 2, 2, List.of(kept)).contradicts("e", 1, half));
    }

    @Test
    void aNumberThatWasLostAndGivenAnewIsAHole() {
        var before = new Entry(2, "ada", Entry.ALL, "-", "{\"text\":\"lost\"}");
        var anew = new Entry(2, "ada", Entry.ALL, "-", "{\"text\":\"other\"}");
        var third = new Entry(3, "ada", Entry.ALL, "-", "{}");

        assertNull(new Missed("e", 3, 3, List.of(anew, third)).after("e", 2, before));
    }
}
