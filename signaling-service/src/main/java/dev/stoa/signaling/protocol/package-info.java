/** The wire format: every message, error and close code between a page and this service. */
@NullMarked
package dev.stoa.signaling.protocol;

import org.jspecify.annotations.NullMarked;
