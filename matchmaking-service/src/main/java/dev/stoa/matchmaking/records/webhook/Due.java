package dev.stoa.matchmaking.records.webhook;

/**
 * A delivery that this instance has to itself for a while.
 *
 * @param round how many attempts were made since it became due, or was sent again by hand
 * @param secret sealed
 * @param secretBefore sealed; empty when no other one signs
 */
record Due(String webhook, String event, String url, String payload, int round, String secret, String secretBefore) {}
