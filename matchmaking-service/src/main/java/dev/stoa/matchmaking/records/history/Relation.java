package dev.stoa.matchmaking.records.history;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody whom an account would like to meet again, or never again. */
@Schema(
        description = "Somebody met before.",
        requiredProperties = {"id", "displayName", "since"})
record Relation(
        @Schema(
                description = "Names this favourite or block, not the person.",
                examples = "rel_2mQ8vXc5Tn1Lw7Kz4Rb9Ys",
                pattern = "rel_[0-9A-Za-z]{22}")
        String id,

        @Schema(examples = "Bob") String displayName,
        Instant since) {

    /** What ids begin with. */
    static final String PREFIX = "rel_";

    /** Which of the two it is. */
    enum Kind {
        FAVOURITE,
        BLOCK;

        /** Its name in Redis and PostgreSQL. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
