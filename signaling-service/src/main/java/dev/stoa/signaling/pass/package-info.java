/** The room pass: the signed, short-lived right to enter a room, verified without asking anybody. */
@NullMarked
package dev.stoa.signaling.pass;

import org.jspecify.annotations.NullMarked;
