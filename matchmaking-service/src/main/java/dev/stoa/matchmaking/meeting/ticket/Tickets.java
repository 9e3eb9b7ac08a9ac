package dev.stoa.matchmaking.meeting.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.api.page.Cursor;
import dev.stoa.matchmaking.meeting.sandbox.Sandbox;
import dev.stoa.matchmaking.meeting.sandbox.SandboxRequest;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.DerivedId;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The tickets in the queue. */
@ApplicationScoped
public class Tickets {

    /**
     * A ticket that is about to be queued.
     *
     * @param session of the learner who asks, as of {@link Who#session()}: the ticket ends with it
     * @param behalf who asks, if it is not the learner
     * @param sandbox what is to happen in the sandbox, if that is where it goes; only on behalf of somebody
     */
    public record Draft(
            String account,
            String session,
            String displayName,
            Field field,
            List<String> languages,
            String problem,
            @Nullable Behalf behalf,
            @Nullable SandboxRequest sandbox) {}

    /**
     * Somebody who asks for somebody else.
     *
     * @param integrator the account of who asks
     * @param externalId the learner's id there
     */
    public record Behalf(String integrator, String externalId) {}

    public static final String PREFIX = "tkt_";

    private final Steps steps;
    private final TicketConfig config;
    private final Sandbox sandbox;
    private final ObjectMapper mapper;

    Tickets(Steps steps, TicketConfig config, Sandbox sandbox, ObjectMapper mapper) {
        this.steps = steps;
        this.config = config;
        this.sandbox = sandbox;
        this.mapper = mapper;
    }

    /**
     * Queues a ticket under this id, or answers the one that is there; 409 when the learner has another open one. An id that
     * stands for a ticket of former times leads to the next one.
     */
    public Uni<Ticket> enqueue(String id, Draft draft) {
        return steps.take(Step.ENQUEUE, arguments(id, draft)).flatMap(reply -> switch (reply.outcome()) {
            case OK -> Uni.createFrom().item(reply.as(Ticket.class));
            case GONE -> enqueue(PREFIX + DerivedId.of(id), draft);
            case EXISTS -> throw TicketProblems.exists(reply.text());
            case BUSY -> throw sandbox.full();
            case CROWDED -> throw sandbox.crowded();
            case BANNED -> throw Problems.banned();
            default -> throw new IllegalStateException("Unexpected " + reply.outcome());
        });
    }

    /** The tickets that a learner or an integrator has asked for, newest first; fewer where many others are gone. */
    Uni<TicketPage> list(String account, boolean open, Cursor behind, int most) {
        return steps.take(Step.LIST_TICKETS, account, open ? "open" : "all", behind.ms(), behind.id(), most)
                .map(reply -> {
                    List<List<String>> rows = reply.rows();
                    List<String> next = rows.stream()
                            .filter(row -> row.getFirst().isEmpty())
                            .findFirst()
                            .orElse(List.of());
                    List<Ticket> items = IntStream.range(0, rows.size() - (next.isEmpty() ? 0 : 1))
                            .mapToObj(row -> reply.as(row, Ticket.class))
                            .toList();
                    return new TicketPage(
                            items,
                            next.isEmpty() ? null : new Cursor(Long.parseLong(next.get(1)), next.get(2)).write());
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
                draft.problem()));
        SandboxRequest practice = draft.sandbox();
        arguments.addAll(practice == null ? lifetimes() : sandbox.lifetimes());
        arguments.add(draft.session());
        Behalf behalf = draft.behalf();
        if (behalf != null) {
            arguments.add(behalf.integrator());
            arguments.add(behalf.externalId());
        }
        if (practice != null) {
            arguments.addAll(sandbox.settings(practice));
        }
        return arguments.toArray();
    }

    private List<Object> lifetimes() {
        return List.of(
                config.longestWait().toMillis(),
                config.longestPause().toMillis(),
                config.reopenWithin().toMillis());
    }

    private String json(List<String> values) {
        try {
            return mapper.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
