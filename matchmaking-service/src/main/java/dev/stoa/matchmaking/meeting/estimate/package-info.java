/** Estimates: how long tickets may still wait, and how busy fields are. */
@NullMarked
package dev.stoa.matchmaking.meeting.estimate;

import org.jspecify.annotations.NullMarked;
