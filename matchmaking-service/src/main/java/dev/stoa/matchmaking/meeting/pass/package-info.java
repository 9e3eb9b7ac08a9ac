/** Room passes: the signed, short-lived right to enter a room, and the keys that sign them. */
@NullMarked
package dev.stoa.matchmaking.meeting.pass;

import org.jspecify.annotations.NullMarked;
