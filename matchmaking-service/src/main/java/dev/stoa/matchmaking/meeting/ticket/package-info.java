/** Tickets: a learner's wish for help, from the queue to the end of the match. */
@NullMarked
package dev.stoa.matchmaking.meeting.ticket;

import org.jspecify.annotations.NullMarked;
