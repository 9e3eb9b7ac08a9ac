/** From the question to the call: tickets, availabilities, matching, rooms, and what people are told meanwhile. */
@NullMarked
package dev.stoa.matchmaking.meeting;

import org.jspecify.annotations.NullMarked;
