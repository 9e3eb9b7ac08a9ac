package dev.stoa.matchmaking.records.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.records.history.Batch.Write;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How records are put in order. */
class BatchTest {

    @Test
    void recordsOfOneTableAreWrittenTogetherInTheirOrder() {
        List<Write> writes = Batch.of(List.of(
                entry("rated", "1"), entry("match-begun", "2"), entry("rated", "3"), entry("match-ended", "4")));

        assertEquals(
                List.of(
                        new Write(
                                Table.MATCHES,
                                "[{\"kind\":\"match-begun\",\"data\":2},{\"kind\":\"match-ended\",\"data\":4}]"),
                        new Write(Table.RATINGS, "[{\"kind\":\"rated\",\"data\":1},{\"kind\":\"rated\",\"data\":3}]")),
                writes);
    }

    @Test
    void nothingIsMovedAcrossTheDeletionOfAnAccount() {
        List<Write> writes = Batch.of(List.of(entry("rated", "1"), entry("forgotten", "2"), entry("match-ended", "3")));

        assertEquals(
                List.of(Table.RATINGS, Table.FORGOTTEN, Table.MATCHES),
                writes.stream().map(Write::table).toList());
    }

    @Test
    void aKindThatNobodyKnowsIsRefused() {
        assertThrows(Table.UnknownKind.class, () -> Batch.of(List.of(entry("rated", "1"), entry("nonsense", "2"))));
    }

    private static Entry entry(String kind, String data) {
        return new Entry(new EventId(1, 1), kind, data);
    }
}
