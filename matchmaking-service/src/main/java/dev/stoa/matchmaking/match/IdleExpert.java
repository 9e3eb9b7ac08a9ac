package dev.stoa.matchmaking.match;

import java.util.List;

/**
 * An expert who waits for an offer, as read from the queue.
 *
 * @param revision changes whenever the availability does; a claim that knows an older one is refused
 * @param codes the fields the expert is available for
 */
record IdleExpert(String account, String revision, List<String> codes, List<String> languages) {}
