/** Stoa. */
@NullMarked
package dev.stoa.identity;

import org.jspecify.annotations.NullMarked;
