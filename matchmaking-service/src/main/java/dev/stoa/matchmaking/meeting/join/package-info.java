/** Join links: how a learner without an account comes to the ticket that an integrator has made for them. */
@NullMarked
package dev.stoa.matchmaking.meeting.join;

import org.jspecify.annotations.NullMarked;
