/** The rooms as this instance sees them: who of its peers is in, and what they are sent in which order. */
@NullMarked
package dev.stoa.signaling.room;

import org.jspecify.annotations.NullMarked;
