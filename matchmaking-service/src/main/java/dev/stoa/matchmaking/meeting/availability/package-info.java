/** Availabilities: an expert's declared readiness, kept alive by renewing a lease. */
@NullMarked
package dev.stoa.matchmaking.meeting.availability;

import org.jspecify.annotations.NullMarked;
