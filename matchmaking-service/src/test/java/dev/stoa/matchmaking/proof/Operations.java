package dev.stoa.matchmaking.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Compares what clients were answered with what the log tells. */
final class Operations {

    /** The log's clock and the clients' are the same, but an entry's time is taken a little before it is written. */
    private static final long SLACK_MS = 100;

    private final Wrongs wrongs;
    private final Tickets tickets;
    private final Matches matches;
    private final Blocks blocks;
    private final Map<String, Integer> mayHaveAsked = new HashMap<>();

    Operations(Wrongs wrongs, Tickets tickets, Matches matches, Offers offers) {
        this.wrongs = wrongs;
        this.tickets = tickets;
        this.matches = matches;
        this.blocks = new Blocks(wrongs, offers);
    }

    void check(List<Operation> operations) {
        operations.forEach(this::check);
        blocks.finish();
        for (Tickets.Known ticket : tickets.all()) {
            int left = mayHaveAsked.merge(ticket.account, -1, Integer::sum);
            if (left < 0) {
                wrongs.add(ticket.account + " has more tickets than it asked for");
            }
        }
    }

    private void check(Operation operation) {
        if (operation.op() == Op.ASK && (operation.isAcknowledged() || operation.isUnknown())) {
            mayHaveAsked.merge(operation.account(), 1, Integer::sum);
        }
        if (operation.op() == Op.UNBLOCK && (operation.isAcknowledged() || operation.isUnknown())) {
            blocks.ended(operation.account(), peer(operation), operation.invoked() - SLACK_MS);
            if (operation.isUnknown()) {
                blocks.mayEnd(operation.account(), peer(operation), operation.completed() + Trouble.LATE_MS);
            }
        }
        if (!operation.isAcknowledged()) {
            return;
        }
        switch (operation.op()) {
            case ASK, CANCEL, READY, PAUSE, RESUME, REOPEN, LOOK -> ticketIs(operation);
            case ACCEPT -> matchBegan(operation);
            case LEAVE -> matchEnded(operation);
            case MEDDLE -> meddled(operation);
            case BLOCK -> blocks.began(operation.account(), peer(operation), operation.completed() + SLACK_MS);
            case AVAILABLE, RENEW, END_AVAILABILITY, DECLINE, PASS, UNBLOCK -> {}
        }
    }

    private void ticketIs(Operation operation) {
        if (operation.subject().isEmpty()) {
            return;
        }
        Tickets.Known ticket = tickets.get(operation.subject());
        if (ticket == null || !ticket.account.equals(operation.account())) {
            wrongs.add(operation + ": the log knows nothing of it");
        } else if (!Tickets.was(
                ticket, operation.state(), operation.invoked() - SLACK_MS, operation.completed() + SLACK_MS)) {
            wrongs.add(operation + ": it was not so");
        }
    }

    private void matchBegan(Operation operation) {
        if (!operation.state().isEmpty() && matches.get(operation.state()) == null) {
            wrongs.add(operation + ": there is no such match");
        }
    }

    private void matchEnded(Operation operation) {
        Matches.Known match = matches.get(operation.subject());
        if (match == null || match.ended == 0) {
            wrongs.add(operation + ": it did not end");
        }
    }

    /** A match is of two, of whom either may end it; nothing else is anybody else's. */
    private void meddled(Operation operation) {
        Matches.Known match = matches.get(operation.subject());
        if (match == null || !match.isOf(operation.account())) {
            wrongs.add(operation.account() + " moved " + operation.subject() + " of somebody else");
        }
    }

    /** The other one of the match that an operation is about. */
    private String peer(Operation operation) {
        Matches.Known match = matches.get(operation.subject());
        return match == null ? "" : match.peerOf(operation.account());
    }
}
