package dev.stoa.matchmaking.api.idempotency;

/** How a request with an Idempotency-Key begins. */
sealed interface Beginning {

    /**
     * It is to be done.
     *
     * @param seed what ids follow from; all tries of the request have the same, until its key is forgotten
     */
    record ToDo(String seed) implements Beginning {}

    /** An equal one was done before, and answered so. */
    record Done(Answer answer) implements Beginning {}
}
