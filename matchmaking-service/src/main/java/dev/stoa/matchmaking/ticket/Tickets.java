package dev.stoa.matchmaking.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.account.Field;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tickets in the queue. */
@ApplicationScoped
class Tickets {

    /**
     * A ticket that is about to be queued.
     *
     * @param behalf who asks, if it is not the learner
     */
    record Draft(
            String account,
            String displayName,
            Field field,
            List<String> languages,
            String problem,
            @Nullable Behalf behalf) {}

    /**
     * Somebody who asks for somebody else.
     *
     * @param integrator the account of who asks
     * @param externalId the learner's id there
     */
    record Behalf(String integrator, String externalId) {}

    static final String PREFIX = "tkt_";

    private final Steps steps;
    private final TicketConfig config;
    private final ObjectMapper mapper;

    Tickets(Steps steps, TicketConfig config, ObjectMapper mapper) {
        this.steps = steps;
        this.config = config;
        this.mapper = mapper;
    }

    /** Queues a ticket under this id, or answers the one that is there; 409 when the learner has another open one. */
    Uni<Ticket> enqueue(String id, Draft draft) {
        return steps.take(Step.ENQUEUE, arguments(id, draft)).map(reply -> switch (reply.outcome()) {
            case OK -> reply.as(Ticket.class);
            case EXISTS ->
                throw Problems.conflict(
                        "active-ticket-exists",
                        "There is an open ticket",
                        "A learner has one open ticket at a time: cancel it, or leave its match, first.",
                        "ticketId",
                        reply.text());
            default -> throw new IllegalStateException("Unexpected " + reply.outcome());
        });
    }

    private Object[] arguments(String id, Draft draft) {
        List<Object> arguments = new ArrayList<>(List.of(
                id,
                draft.account(),
                draft.displayName(),
                draft.field().code(),
                draft.field().name(),
                json(draft.languages()),
                draft.problem(),
                config.longestWait().toMillis(),
                config.longestPause().toMillis()));
        Behalf behalf = draft.behalf();
        if (behalf != null) {
            arguments.add(behalf.integrator());
            arguments.add(behalf.externalId());
        }
        return arguments.toArray();
    }

    /** A ticket of the learner's or the integrator's own; 404 for others'. */
    Uni<Ticket> get(String id, String account) {
        return known(id).chain(() -> steps.take(Step.GET_TICKET, id, account)).map(Tickets::ticket);
    }

    /** Takes a ticket back; 409 when it is matched or over. */
    Uni<Ticket> cancel(String id, String account) {
        return move(Step.CANCEL_TICKET, id, account);
    }

    /** Lets a ticket wait unseen; 409 when it doesn't wait. */
    Uni<Ticket> pause(String id, String account) {
        return move(Step.PAUSE_TICKET, id, account);
    }

    /** Lets a paused ticket be offered again; 409 when it is not paused. */
    Uni<Ticket> resume(String id, String account) {
        return move(Step.RESUME_TICKET, id, account);
    }

    private Uni<Ticket> move(Step step, String id, String account) {
        return known(id).chain(() -> steps.take(step, id, account)).map(Tickets::ticket);
    }

    private static Ticket ticket(Reply reply) {
        return switch (reply.outcome()) {
            case OK -> reply.as(Ticket.class);
            case NOT_FOUND -> throw unknown();
            case CONFLICT ->
                throw Problems.conflict(
                        "ticket-state-conflict",
                        "The ticket's state forbids it",
                        "The ticket is " + reply.text()
                                + ". Only a waiting ticket can be cancelled or paused, and only a"
                                + " paused one resumed. Leave its match instead, if it has one that runs.",
                        "state",
                        reply.text());
            default -> throw new IllegalStateException("Unexpected " + reply.outcome());
        };
    }

    private static Uni<Void> known(String id) {
        return Ids.fits(PREFIX, id)
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(Tickets::unknown);
    }

    private static RuntimeException unknown() {
        return Problems.notFound("This account has no such ticket; GET /standing shows what is open.");
    }

    private String json(List<String> values) {
        try {
            return mapper.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
