package dev.stoa.matchmaking.meeting.selftest;

import dev.stoa.matchmaking.meeting.match.Matches;
import dev.stoa.matchmaking.meeting.pass.Admission;
import dev.stoa.matchmaking.meeting.ticket.TicketMoves;
import dev.stoa.matchmaking.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The place in a self-test's room that the simulated expert leaves to the page. */
@ApplicationScoped
class ExpertsPlace {

    private final TicketMoves tickets;
    private final Matches matches;

    ExpertsPlace(TicketMoves tickets, Matches matches) {
        this.tickets = tickets;
        this.matches = matches;
    }

    /** What a room pass for it says; 404 for others' self-tests, 409 before and after the match. */
    Uni<Admission> admit(Stage stage) {
        return tickets.get(stage.ticket(), stage.learner()).flatMap(ticket -> {
            String match = ticket.matchId();
            if (match == null) {
                throw Problems.conflict(
                        "self-test-not-matched", "There is no match yet", "Wait for the learner's event `match`.");
            }
            return matches.admit(match, stage.expert());
        });
    }
}
