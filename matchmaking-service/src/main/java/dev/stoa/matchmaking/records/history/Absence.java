package dev.stoa.matchmaking.records.history;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** Tells the absence of PostgreSQL from its refusal of what was asked. */
final class Absence {

    private Absence() {}

    /** Whether the same question can be answered later. */
    static boolean isBehind(Throwable failure) {
        return switch (failure) {
            case PgException error -> isServerGone(error.getSqlState());
            case VertxException closed -> true;
            case io.smallrye.mutiny.TimeoutException late -> true;
            case RuntimeException ours -> false;
            default -> true;
        };
    }

    /** Whether what was to be written can't be written, now or ever: SQLSTATE classes 22 (data) and 23 (constraints). */
    static boolean isRefusal(Throwable failure) {
        return switch (failure) {
            case PgException error -> hasClass(error.getSqlState(), "22") || hasClass(error.getSqlState(), "23");
            case Table.UnknownKind unknown -> true;
            default -> false;
        };
    }

    /** SQLSTATE classes 08 (connection), 25 (idle for too long), 53 (resources) and 57 (operator's intervention). */
    private static boolean isServerGone(@Nullable String state) {
        return hasClass(state, "08") || hasClass(state, "25") || hasClass(state, "53") || hasClass(state, "57");
    }

    private static boolean hasClass(@Nullable String state, String name) {
        return state != null && state.startsWith(name);
    }
}
