/** Requests that can safely be sent again: the same Idempotency-Key gets the same answer, and nothing is done twice. */
@NullMarked
package dev.stoa.matchmaking.api.idempotency;

import org.jspecify.annotations.NullMarked;
