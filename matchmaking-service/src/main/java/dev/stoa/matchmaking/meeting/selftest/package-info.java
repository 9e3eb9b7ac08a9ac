/** What the administrators' self-test needs: a ticket in the sandbox, and both places in the room that it leads to. */
@NullMarked
package dev.stoa.matchmaking.meeting.selftest;

import org.jspecify.annotations.NullMarked;
