/** The queue in Redis: its keys, its one connection, its atomic steps and its log of events. */
@NullMarked
package dev.stoa.matchmaking.queue;

import org.jspecify.annotations.NullMarked;
