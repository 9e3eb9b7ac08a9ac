package dev.stoa.signaling.cluster;

import java.time.Duration;

/**
 * The use of a room pass: the same id again is refused unless it comes with the same nonce.
 *
 * @param id the pass's own id
 * @param nonce the word that the page chose when it asked for the pass
 * @param keptFor how long the use must be remembered, at least until the pass expires
 */
public record PassUse(String id, String nonce, Duration keptFor) {}
