/** What a browser watches: its standing, and the stream of its events. */
@NullMarked
package dev.stoa.matchmaking.events;

import org.jspecify.annotations.NullMarked;
