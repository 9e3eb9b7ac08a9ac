package dev.stoa.matchmaking.meeting.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which revisions an If-Match means. */
class RevisionsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"3\"               | 3",
                "\"3\", \"4\"        | 3 4",
                "\"3\",\"4\"         | 3 4",
                "W/\"3\"             | none",
                "W/\"3\", \"4\"      | 4",
                "\"3\", W/\"4\", \"5\" | 3 5",
                "\"a,\", \"4\"       | 4",
                "\"x\"               | none",
                "3                   | none",
                "\"-3\"              | none",
                "\"1234567890123456\" | none",
                "*                   | ``"
            })
    void everyStrongTagIsOne(String ifMatch, String revisions) {
        assertEquals(revisions, Revisions.of(ifMatch).wire());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"3-gzip\"           | 3",
                "\"3-zstd\", \"4-br\" | 3 4",
                "W/\"3-gzip\"         | none",
                "\"3-\"               | none",
                "\"3-gzip-gzip\"      | none",
                "\"-gzip\"            | none"
            })
    void aTagThatAProxyHasRenamedIsTheOneBefore(String ifMatch, String revisions) {
        assertEquals(revisions, Revisions.of(ifMatch).wire());
    }
}
