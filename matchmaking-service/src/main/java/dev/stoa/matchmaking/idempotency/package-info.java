/** Requests that can safely be sent again: the same Idempotency-Key gets the same answer, and nothing is done twice. */
@NullMarked
package dev.stoa.matchmaking.idempotency;

import org.jspecify.annotations.NullMarked;
