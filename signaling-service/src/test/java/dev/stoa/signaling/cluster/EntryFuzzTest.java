package dev.stoa.signaling.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.regex.Pattern;

/** Whatever peers say, an entry is read as it was written; what nobody wrote is refused in a way that is expected. */
class EntryFuzzTest {

    private static final int LONGEST_WORD = 64;
    private static final Pattern STARTS_WITH_NUMBERS = Pattern.compile("[0-9]{1,18} [0-9]{1,18} ");

    @FuzzTest(maxDuration = "2m")
    void entry(FuzzedDataProvider data) {
        if (data.consumeBoolean()) {
            assertWhatWasWrittenIsReadTheSame(data);
        } else {
            assertReadOrRefused(data.consumeRemainingAsString());
        }
    }

    private static void assertWhatWasWrittenIsReadTheSame(FuzzedDataProvider data) {
        var seq = data.consumeLong(1, Long.MAX_VALUE);
        var from = word(data);
        var to = word(data);
        var about = word(data);
        var before = data.consumeLong(0, seq - 1);
        var message = data.consumeRemainingAsString();

        var entry = new Entry(seq, from, to, about, message);

        var text = before + " " + seq + " " + from + " " + to + " " + about + " " + message;
        assertEquals(new Heard(before, entry), Heard.of(text));
        assertFalse(to.equals(Entry.ALL) && entry.isFor(from), "a peer would hear itself");
    }

    private static void assertReadOrRefused(String text) {
        try {
            var entry = Heard.of(text).entry();
            assertEquals(5, spaces(text) - spaces(entry.message()));
        } catch (IndexOutOfBoundsException | NumberFormatException refused) {
            assertTrue(spaces(text) < 5 || !STARTS_WITH_NUMBERS.matcher(text).lookingAt(), text);
        }
    }

    private static String word(FuzzedDataProvider data) {
        var word = data.consumeString(LONGEST_WORD).replace(" ", "");
        return word.isEmpty() ? "-" : word;
    }

    private static long spaces(String text) {
        return text.chars().filter(c -> c == ' ').count();
    }
}
