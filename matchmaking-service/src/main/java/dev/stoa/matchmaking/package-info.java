/** Stoa. */
@NullMarked
package dev.stoa.matchmaking;

import org.jspecify.annotations.NullMarked;
