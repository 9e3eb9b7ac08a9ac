/** Who may meet and why, offers to experts, and the matches that come of them. */
@NullMarked
package dev.stoa.matchmaking.meeting.match;

import org.jspecify.annotations.NullMarked;
