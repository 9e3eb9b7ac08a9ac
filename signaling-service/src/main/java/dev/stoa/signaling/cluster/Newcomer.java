package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.PeerInfo;

/**
 * Who comes in with a pass.
 *
 * @param member the place that it takes
 * @param info the peer as the others see it
 * @param rights one letter for each right, not empty
 * @param session what its page can come back with
 */
public record Newcomer(Member member, PeerInfo info, String rights, Session session) {}
