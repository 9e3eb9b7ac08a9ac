/** The sandbox: what integrators can practise with simulated experts, without any real person. */
@NullMarked
package dev.stoa.matchmaking.meeting.sandbox;

import org.jspecify.annotations.NullMarked;
