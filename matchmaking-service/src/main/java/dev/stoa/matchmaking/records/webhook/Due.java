package dev.stoa.matchmaking.records.webhook;

/**
 * A delivery that this instance has to itself for a while.
 *
 * @param round how many attempts were made since it became due, or was sent again by hand
 * @param behind whether the webhook did not keep up when this was handed out
 */
record Due(String webhook, String event, String url, String payload, int round, Secrets secrets, boolean behind) {

    /**
     * What signs, both sealed.
     *
     * @param before empty when no other one signs
     */
    record Secrets(String now, String before) {}
}
