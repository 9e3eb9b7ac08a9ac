/** What outlives a match, in PostgreSQL: the history, ratings, favourites and blocks. */
@NullMarked
package dev.stoa.matchmaking.records.history;

import org.jspecify.annotations.NullMarked;
