/** The simulated people of the sandbox, and what makes them act. */
@NullMarked
package dev.stoa.matchmaking.simulation;

import org.jspecify.annotations.NullMarked;
