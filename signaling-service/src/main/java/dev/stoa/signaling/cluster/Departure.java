package dev.stoa.signaling.cluster;

import dev.stoa.signaling.protocol.LeaveReason;

/** Which connection of which peer is to be taken out of a room, and why. */
record Departure(String peer, String connection, LeaveReason reason) {}
