package dev.stoa.signaling.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeardTest {

    @Test
    void whatIsHeardIsReadFromItsText() {
        var entry = new Entry(17, "ada", "bob", "-", "{\"a\": 1}");

        assertEquals(new Heard(12, entry), Heard.of("12 17 ada bob - {\"a\": 1}"));
    }

    @ParameterizedTest(name = "{2} after {0}, with {1} before it: {3}")
    @CsvSource({
        "7, 7, 8, NOW",
        // The numbers between were for others.
        "7, 7, 12, NOW",
        // This instance knows more than it was told: the number of a join, or of what it read in the log.
        "9, 7, 12, NOW",
        // The first that this instance ever hears of the room.
        "7, 0, 8, NOW",
        "7, 6, 7, OVER",
        "7, 4, 5, OVER",
        "7, 8, 9, TOO_EARLY",
        "7, 8, 12, TOO_EARLY",
        "0, 1, 2, TOO_EARLY",
    })
    void itsTurnDependsOnWhatCameBefore(long last, long before, long seq, Heard.Turn turn) {
        var heard = new Heard(before, new Entry(seq, "ada", "bob", "-", "{}"));

        assertEquals(turn, heard.turnAfter(last));
    }
}
