package dev.stoa.matchmaking.meeting.ticket;

import dev.stoa.matchmaking.problem.Problems;

/** The problems of tickets that more than one endpoint answers with. */
public final class TicketProblems {

    private TicketProblems() {}

    /** 404: it does not exist, or belongs to somebody else. */
    static RuntimeException unknown() {
        return Problems.notFound(
                "This account has no such ticket; GET /standing shows what is open, and GET /tickets what an integrator has asked for.");
    }

    /** 409: there is one already. */
    static RuntimeException exists(String ticket) {
        return Problems.conflict(
                "active-ticket-exists",
                "There is an open ticket",
                "A learner has one open ticket at a time: cancel it first, or let one of the two leave its match.",
                "ticketId",
                ticket);
    }

    /** 409: the state of the ticket forbids what was asked; the detail says what is possible instead. */
    public static RuntimeException stateForbids(String state) {
        return Problems.conflict(
                "ticket-state-conflict",
                "The ticket's state forbids this",
                "The ticket is " + state + ". " + advice(TicketState.of(state)),
                "state",
                state);
    }

    private static String advice(TicketState state) {
        return switch (state) {
            case TicketState.Queued queued -> "While it waits it can be changed, paused or cancelled.";
            case TicketState.Offered offered ->
                "An expert was found: its learner can say ready, and it can be paused or cancelled.";
            case TicketState.Paused paused -> "It can be resumed, changed or cancelled.";
            case TicketState.Matched matched ->
                "Its learner can go into the room of its match, or leave the match to end it.";
            case TicketState.InCall inCall -> "It ends once one of the two leaves the match.";
            case TicketState.Failed failed ->
                "It can be reopened once, until its `reopenUntil`; else ask again with a new ticket.";
            case TicketState.Completed completed -> "It is over: ask again with a new ticket.";
            case TicketState.Cancelled cancelled -> "It is over: ask again with a new ticket.";
            case TicketState.Expired expired -> "It is over: ask again with a new ticket.";
        };
    }
}
