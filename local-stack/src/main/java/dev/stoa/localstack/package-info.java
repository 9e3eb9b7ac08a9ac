/** Stoa. */
@NullMarked
package dev.stoa.localstack;

import org.jspecify.annotations.NullMarked;
