/** The simulated people of the sandbox, and what makes them act. */
@NullMarked
package dev.stoa.matchmaking.meeting.simulation;

import org.jspecify.annotations.NullMarked;
