/** The way to and from signaling: which rooms are joined and empty, and which ones are over. */
@NullMarked
package dev.stoa.matchmaking.rooms;

import org.jspecify.annotations.NullMarked;
