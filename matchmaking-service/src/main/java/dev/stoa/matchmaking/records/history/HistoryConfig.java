package dev.stoa.matchmaking.records.history;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is kept in PostgreSQL, and how it gets there. */
@ConfigMapping(prefix = "stoa.history")
interface HistoryConfig {

    /** How long matches, tickets and the words of ratings are kept. They are about people: keep them no longer than needed. */
    @WithDefault("400d")
    Duration keep();

    /** How often an instance looks for rows that were kept long enough, on average. */
    @WithDefault("1h")
    Duration purgeEvery();

    /** How long after the end of a match its participants may still rate, thank, favour and block. */
    @WithDefault("24h")
    Duration openFor();

    /** How often an instance looks for records to write, on average. */
    @WithDefault("250ms")
    Duration writeEvery();

    /** How many records are written in one transaction, at most. */
    @WithDefault("500")
    int batch();

    /**
     * How many records may wait in Redis while PostgreSQL is away. With more, the oldest are dropped, which is logged and
     * counted as {@code stoa.history.dropped}. A record is about 400 bytes; a match makes four to seven.
     */
    @WithDefault("500000")
    int mostWaiting();
}
