package dev.stoa.matchmaking.meeting.match;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.meeting.match.Judgement.Choice;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who could meet whom, read from the queue in pages, and the claim that makes an offer of it.
 *
 * <p>A page holds the {@value #PAGE} that have waited longest and, where the best ones may stand further behind,
 * {@value #EXTRA} of those: tickets of learners whose favourite the expert is, experts of exactly the asked field, all
 * favourites of a learner. So what a page costs depends neither on how many wait nor on how many fields there are.
 */
final class Candidates {

    /**
     * A page of pairs that share an expert, or a ticket.
     *
     * @param next where the next page begins; empty when this is the last one
     */
    record Page(List<Pair> pairs, String next) {

        boolean isLast() {
            return next.isEmpty();
        }
    }

    /** How a claim went. */
    sealed interface Claim {

        /** This ticket, one of the choices, is offered. */
        record Offered(String ticket) implements Claim {}

        /** The expert has changed since being read. */
        record ExpertGone() implements Claim {}

        /** All the choices have changed since being read. */
        record TicketsGone() implements Claim {}

        /** Nobody is matched now, for it is not known what happens in rooms. */
        record Paused() implements Claim {}
    }

    /** Where the first page begins. */
    static final String FROM_THE_START = "-inf";

    private static final int PAGE = 32;
    private static final int EXTRA = 8;

    private final Steps steps;
    private final ObjectMapper mapper;
    private final CandidateRows rows;
    private final Duration offerTime;
    private final Duration youth;

    /** @param youth the waiting time after which nothing is held back any more for somebody better */
    Candidates(Steps steps, ObjectMapper mapper, Duration offerTime, Duration youth) {
        this.steps = steps;
        this.mapper = mapper;
        this.rows = new CandidateRows(mapper);
        this.offerTime = offerTime;
        this.youth = youth;
    }

    /** The experts that a ticket could be offered to; empty when it is not in the queue. */
    Uni<Optional<Page>> expertsFor(String ticket, String from) {
        return steps.take(Step.EXPERTS_FOR, ticket, from, PAGE, EXTRA, youth.toMillis())
                .map(reply -> reply.outcome() == Outcome.NOT_FOUND
                        ? Optional.empty()
                        : Optional.of(rows.expertsFor(ticket, reply.table())));
    }

    /** What an expert could be offered; empty when the expert is not available. */
    Uni<Optional<Page>> ticketsFor(String account, String from) {
        return steps.take(Step.TICKETS_FOR, account, from, PAGE, EXTRA, youth.toMillis())
                .map(reply -> reply.outcome() == Outcome.NOT_FOUND
                        ? Optional.empty()
                        : Optional.of(rows.ticketsFor(account, reply.table())));
    }

    /** Makes an offer of the first choice that is still as it was read; all are of one expert. */
    Uni<Claim> claim(List<Choice> choices) {
        IdleExpert expert = choices.getFirst().pair().expert();
        List<Object> arguments =
                new ArrayList<>(List.of(Ids.next("ofr_"), offerTime.toMillis(), expert.account(), expert.revision()));
        for (Choice choice : choices) {
            arguments.add(choice.pair().ticket().id());
            arguments.add(choice.pair().ticket().turn());
            arguments.add(write(choice.fits().because()));
        }
        return steps.take(Step.CLAIM, arguments.toArray()).map(reply -> {
            if (reply.outcome() == Outcome.OK) {
                return new Claim.Offered(reply.text());
            }
            return switch (reply.text()) {
                case "expert" -> new Claim.ExpertGone();
                case "rooms" -> new Claim.Paused();
                default -> new Claim.TicketsGone();
            };
        });
    }

    /** Crosses off the list what has been tried in vain; what is held back comes onto it again after that time. */
    Uni<Void> tried(String member, Optional<Duration> held) {
        return steps.take(
                        Step.TRIED, member, held.<Object>map(Duration::toMillis).orElse(""))
                .replaceWithVoid();
    }

    private String write(List<String> words) {
        try {
            return mapper.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
