package dev.stoa.signaling.protocol;

/** What something that a page sent was read as. */
public sealed interface Decoded {

    /** A message within its bounds. */
    record Message(ClientMessage message) implements Decoded {}

    /** Anything else, with the answer for its sender. */
    record Refused(ServerMessage.Error answer) implements Decoded {}
}
