package dev.stoa.matchmaking.meeting.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * What can be done with a ticket by whoever it belongs to. Everything fails with a 404 problem for others, with 409 when the
 * ticket's state forbids it, and with 412 when the ticket has none of the revisions that were meant.
 */
@ApplicationScoped
public class TicketMoves {

    private final Steps steps;
    private final ObjectMapper mapper;

    TicketMoves(Steps steps, ObjectMapper mapper) {
        this.steps = steps;
        this.mapper = mapper;
    }

    /** The ticket as it is. */
    public Uni<Ticket> get(String id, String account) {
        return take(Step.GET_TICKET, id, account);
    }

    /** Changes what is asked for; the ticket keeps its place. */
    Uni<Ticket> change(String id, String account, Revisions meant, TicketChange change) {
        String problem = change.problem() == null ? "" : change.problem().strip();
        List<String> languages = change.languages();
        return take(
                Step.CHANGE_TICKET,
                id,
                account,
                meant.wire(),
                problem,
                languages == null ? "" : json(languages.stream().distinct().toList()));
    }

    /** Takes the ticket back. */
    Uni<Ticket> cancel(String id, String account, Revisions meant) {
        return take(Step.CANCEL_TICKET, id, account, meant.wire());
    }

    /** Lets the ticket wait unseen. */
    Uni<Ticket> pause(String id, String account, Revisions meant) {
        return take(Step.PAUSE_TICKET, id, account, meant.wire());
    }

    /** Lets a paused ticket be offered again, from now on as that of this session; 409 while its learner cools down. */
    Uni<Ticket> resume(String id, Who who, Revisions meant) {
        return take(Step.RESUME_TICKET, id, who.account(), meant.wire(), who.session());
    }

    /** Undoes that the learner did not come, by this session; 409 when it is too late, or there is another open ticket. */
    Uni<Ticket> reopen(String id, Who who, Revisions meant) {
        return take(Step.REOPEN_TICKET, id, who.account(), meant.wire(), who.session());
    }

    private Uni<Ticket> take(Step step, Object... arguments) {
        if (!Ids.fits(Tickets.PREFIX, arguments[0].toString())) {
            return Uni.createFrom().failure(TicketProblems::unknown);
        }
        return steps.take(step, arguments).map(TicketMoves::ticket);
    }

    private static Ticket ticket(Reply reply) {
        return switch (reply.outcome()) {
            case OK -> reply.as(Ticket.class);
            case NOT_FOUND -> throw TicketProblems.unknown();
            case CONFLICT -> throw TicketProblems.stateForbids(reply.text());
            case EXISTS -> throw TicketProblems.exists(reply.text());
            case BANNED -> throw Problems.banned();
            case STALE -> throw Problems.stale();
            case COOLING -> throw Problems.coolingDown(Instant.parse(reply.text()));
            default -> throw new IllegalStateException("Unexpected " + reply.outcome());
        };
    }

    private String json(List<String> values) {
        try {
            return mapper.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
