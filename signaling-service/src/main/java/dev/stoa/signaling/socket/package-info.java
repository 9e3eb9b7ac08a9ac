/** The door: who may open a socket, how much may pass through it, and when it is closed. */
@NullMarked
package dev.stoa.signaling.socket;

import org.jspecify.annotations.NullMarked;
