/** The way to and from signaling: which rooms are joined and empty, and which ones are over. */
@NullMarked
package dev.stoa.matchmaking.meeting.rooms;

import org.jspecify.annotations.NullMarked;
