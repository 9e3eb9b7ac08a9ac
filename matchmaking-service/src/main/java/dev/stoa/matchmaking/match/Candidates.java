package dev.stoa.matchmaking.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.account.Field;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who could meet whom, read from the queue in pages, and the claim that makes an offer of it. */
final class Candidates {

    /** One page of what an expert could be offered, oldest first. */
    record Page(IdleExpert expert, List<WaitingTicket> tickets) {

        boolean isFull() {
            return tickets.size() == PAGE;
        }
    }

    /** A ticket that fits, and why. */
    record Choice(WaitingTicket ticket, List<String> because) {}

    /** An expert whom a ticket could be offered to. */
    record Prospect(String account, long since, boolean excluded) {}

    /** How a claim went. */
    enum Claim {
        /** One of the choices is offered. */
        OFFERED,
        /** The expert has changed since being read. */
        EXPERT_GONE,
        /** All the choices have changed since being read. */
        TICKETS_GONE
    }

    static final int PAGE = 32;

    private static final TypeReference<List<Field>> FIELDS = new TypeReference<>() {};
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final Steps steps;
    private final ObjectMapper mapper;
    private final Duration offerTime;

    Candidates(Steps steps, ObjectMapper mapper, Duration offerTime) {
        this.steps = steps;
        this.mapper = mapper;
        this.offerTime = offerTime;
    }

    /** The experts that a ticket could be offered to, longest idle first; empty when it is not in the queue. */
    Uni<List<Prospect>> expertsFor(String ticket, long after) {
        return steps.take(Step.EXPERTS_FOR, ticket, after, PAGE)
                .map(reply -> reply.outcome() == Outcome.NOT_FOUND
                        ? List.of()
                        : reply.rows().stream()
                                .map(row -> new Prospect(
                                        row.get(0),
                                        Long.parseLong(row.get(1)),
                                        row.get(2).equals("1")))
                                .toList());
    }

    /** What an expert could be offered after this sequence number; empty when the expert is not available. */
    Uni<Optional<Page>> ticketsFor(String account, long after) {
        return steps.take(Step.TICKETS_FOR, account, after, PAGE)
                .map(reply -> reply.outcome() == Outcome.NOT_FOUND
                        ? Optional.empty()
                        : Optional.of(page(account, reply.rows())));
    }

    /** Makes an offer of the first choice that is still as it was read. */
    Uni<Claim> claim(IdleExpert expert, List<Choice> choices) {
        List<Object> arguments =
                new ArrayList<>(List.of(Ids.next("ofr_"), offerTime.toMillis(), expert.account(), expert.revision()));
        for (Choice choice : choices) {
            arguments.add(choice.ticket().id());
            arguments.add(choice.ticket().turn());
            arguments.add(write(choice.because()));
        }
        return steps.take(Step.CLAIM, arguments.toArray()).map(reply -> {
            if (reply.outcome() == Outcome.OK) {
                return Claim.OFFERED;
            }
            return reply.text().equals("expert") ? Claim.EXPERT_GONE : Claim.TICKETS_GONE;
        });
    }

    /** Crosses off the list what has been tried in vain. */
    Uni<Void> tried(String member) {
        return steps.take(Step.TRIED, member).replaceWithVoid();
    }

    private Page page(String account, List<List<String>> rows) {
        List<String> first = rows.getFirst();
        List<String> codes =
                read(first.get(1), FIELDS).stream().map(Field::code).toList();
        return new Page(
                new IdleExpert(account, first.get(0), codes, read(first.get(2), WORDS)),
                rows.stream().skip(1).map(this::ticket).toList());
    }

    private WaitingTicket ticket(List<String> row) {
        return new WaitingTicket(
                row.get(0),
                row.get(1),
                Long.parseLong(row.get(2)),
                row.get(3),
                new Field(row.get(4), row.get(5)),
                read(row.get(6), WORDS),
                row.get(7).equals("1"));
    }

    private <T> T read(String json, TypeReference<T> type) {
        try {
            return mapper.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(List<String> words) {
        try {
            return mapper.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
