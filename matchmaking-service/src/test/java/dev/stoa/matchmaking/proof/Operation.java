package dev.stoa.matchmaking.proof;

/**
 * What a client did, and what came of it.
 *
 * @param subject the ticket, offer or match it was about; for a new ticket the one that the answer names; else empty
 * @param state the state that the answer gives the ticket, or the match that it names; else empty
 * @param status HTTP status of the answer; {@link Answer#UNKNOWN} when there was none, or it says nothing
 * @param invoked when it began, in ms since 1970
 * @param completed when it was over
 */
record Operation(String account, Op op, String subject, String state, int status, long invoked, long completed) {

    boolean isAcknowledged() {
        return status >= 200 && status < 300;
    }

    boolean isUnknown() {
        return status == Answer.UNKNOWN;
    }
}
