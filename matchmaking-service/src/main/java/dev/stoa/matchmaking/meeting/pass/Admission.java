package dev.stoa.matchmaking.meeting.pass;

/**
 * Whom a room pass lets in, and where.
 *
 * @param peer the participant as the others in the room see it
 * @param role {@code learner} or {@code expert}
 */
public record Admission(String room, String peer, String name, String role) {}
