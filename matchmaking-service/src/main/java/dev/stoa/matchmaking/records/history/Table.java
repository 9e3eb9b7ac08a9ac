package dev.stoa.matchmaking.records.history;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Where records are written to, in the order in which that has to happen, each with one statement in a file of its name.
 * Its only argument is a JSON array of {@code {kind, data}}. Writing the same records twice makes no difference.
 */
enum Table {
    /** Matches that begin and end. */
    MATCHES("match-begun", "match-ended"),
    /** Matches in which both have come into the room. */
    CALLS("match-in-call"),
    /** Thanks. */
    THANKS("thanked"),
    /** Ratings. */
    RATINGS("rated"),
    /** Favourites and blocks, begun and ended. */
    RELATIONS("favourite", "unfavourite", "block", "unblock"),
    /** Tickets that are over. */
    TICKETS("ticket-over"),
    /** Accounts that were deleted. */
    FORGOTTEN("forgotten");

    private final List<String> kinds;
    private final String sql;

    Table(String... kinds) {
        this.kinds = List.of(kinds);
        this.sql = read(name().toLowerCase(Locale.ROOT));
    }

    /** Where this record belongs. */
    static Table of(Entry entry) {
        for (Table table : values()) {
            if (table.kinds.contains(entry.kind())) {
                return table;
            }
        }
        throw new UnknownKind(entry.kind());
    }

    /** The statement. */
    String sql() {
        return sql;
    }

    /** A record of a kind that this version knows nothing of. */
    static final class UnknownKind extends RuntimeException {

        UnknownKind(String kind) {
            super("No records of kind " + kind + " are known here");
        }
    }

    private static String read(String name) {
        try (InputStream file = Table.class.getResourceAsStream("/db/write/" + name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("The statement " + name + ".sql is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
