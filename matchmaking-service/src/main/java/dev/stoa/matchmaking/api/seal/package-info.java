/** Keeps secret what is stored and has to be read again. */
@NullMarked
package dev.stoa.matchmaking.api.seal;

import org.jspecify.annotations.NullMarked;
