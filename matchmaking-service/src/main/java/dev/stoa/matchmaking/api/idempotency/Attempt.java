package dev.stoa.matchmaking.api.idempotency;

/**
 * One try of a request with an Idempotency-Key.
 *
 * @param key what the caller and its key together are known as
 * @param fingerprint of what is asked: the same key with another one is a mistake
 * @param claim tells this try from others of the same request
 */
record Attempt(String key, String fingerprint, String claim) {}
