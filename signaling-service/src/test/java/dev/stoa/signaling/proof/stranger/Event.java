package dev.stoa.signaling.proof.stranger;

/** What happened to a client; {@code at} is {@link System#nanoTime()}. */
public sealed interface Event {

    long at();

    /** A new session began. */
    record Began(long at, String instance, String epoch, long seq) implements Event {}

    /** The session went on. */
    record CameBack(long at, String instance, long received) implements Event {}

    /** The application said something; {@code to} is empty for a chat. */
    record Offered(long at, long n, String to, String text) implements Event {}

    /** All up to that number are settled. */
    record Settled(long at, long upTo) implements Event {}

    /** The message was refused for good. */
    record Refused(long at, long n, String code) implements Event {}

    /** The message has to be sent again. */
    record PutOff(long at, long n, String code) implements Event {}

    /** Something that another client had said came. */
    record Heard(long at, long seq, String from, String text) implements Event {}

    /** Something about another client came: joined, reconnecting, resumed, left with a reason. */
    record Told(long at, long seq, String type, String peer, String reason) implements Event {}

    /** The connection ended: a close code, or 1006, or the status of a refused upgrade, or 0 if nobody answered. */
    record Cut(long at, int code) implements Event {}
}
