/** What is written down in PostgreSQL from the event log, exactly once: the history, and what webhooks have to deliver. */
@NullMarked
package dev.stoa.matchmaking.records;

import org.jspecify.annotations.NullMarked;
