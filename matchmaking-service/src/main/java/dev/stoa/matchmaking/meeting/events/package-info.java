/** What a browser watches: its standing, and the stream of its events. */
@NullMarked
package dev.stoa.matchmaking.meeting.events;

import org.jspecify.annotations.NullMarked;
