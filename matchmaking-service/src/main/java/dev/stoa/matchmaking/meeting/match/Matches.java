package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.meeting.pass.Admission;
import dev.stoa.matchmaking.meeting.ticket.Ticket;
import dev.stoa.matchmaking.meeting.ticket.TicketProblems;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The offers and matches in the queue. */
@ApplicationScoped
public class Matches {

    private static final String OFFER = "ofr_";
    private static final String MATCH = "mch_";
    private static final String TICKET = "tkt_";

    private final Steps steps;
    private final MatchConfig config;

    Matches(Steps steps, MatchConfig config) {
        this.steps = steps;
        this.config = config;
    }

    /**
     * Says the expert's yes to an offer; 409 when it is not open any more.
     *
     * @param session of who says so, as of {@link Who#session()}: the match ends with it
     */
    public Uni<Offer> accept(String offer, String account, String session) {
        return known(OFFER, offer)
                .chain(() -> steps.take(Step.ACCEPT, withNewMatch(session, offer, account)))
                .map(reply -> answered(reply, OFFER).as(Offer.class));
    }

    /**
     * Says the learner's yes to a ticket's ready check, only to that of this offer if one is named; 409 when it is over.
     *
     * @param session of who says so, as of {@link Who#session()}: ticket and match end with it
     */
    public Uni<Ticket> ready(String ticket, String account, String session, Optional<String> offer) {
        return known(TICKET, ticket)
                .chain(() -> steps.take(Step.READY, withNewMatch(session, ticket, account, offer.orElse(""))))
                .map(reply -> switch (reply.outcome()) {
                    case GONE -> throw checkOver(reply.text());
                    case CONFLICT -> throw TicketProblems.stateForbids(reply.text());
                    default -> answered(reply, TICKET).as(Ticket.class);
                });
    }

    /** What the match that begins with the second yes needs, after what the step itself does. */
    private Object[] withNewMatch(String session, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(Ids.next(MATCH), Ids.next(""), Ids.next(""), Ids.next("")));
        all.add(config.noShowTime().toMillis());
        all.add(session);
        return all.toArray();
    }

    /** Sends an offer back; 409 when it is not open any more. */
    public Uni<Void> decline(String offer, String account) {
        return known(OFFER, offer)
                .chain(() -> steps.take(Step.DECLINE, offer, account, config.freeDeclines(), CoolDowns.wire(config)))
                .invoke(reply -> answered(reply, OFFER))
                .replaceWithVoid();
    }

    /** A match of the account's own; 404 for others'. */
    Uni<Match> get(String match, String account) {
        return known(MATCH, match)
                .chain(() -> steps.take(Step.GET_MATCH, match, account))
                .map(reply -> answered(reply, MATCH).as(Match.class));
    }

    /** What a room pass for this account says; 409 when the match is completed. */
    public Uni<Admission> admit(String match, String account) {
        return known(MATCH, match)
                .chain(() -> steps.take(Step.ADMIT, match, account))
                .map(reply -> answered(reply, MATCH).as(Admission.class));
    }

    /** Notes that this side comes into the match by this session, with which the match then ends; nothing where there is none. */
    Uni<Void> enter(String match, Who who) {
        return who.session().isEmpty()
                ? Uni.createFrom().voidItem()
                : steps.take(Step.ENTER_MATCH, match, who.account(), who.session())
                        .replaceWithVoid();
    }

    /** Ends a match for both. */
    public Uni<Void> leave(String match, String account) {
        return known(MATCH, match)
                .chain(() ->
                        steps.take(Step.LEAVE_MATCH, match, account, config.freeDeclines(), CoolDowns.wire(config)))
                .invoke(reply -> answered(reply, MATCH))
                .replaceWithVoid();
    }

    private static Reply answered(Reply reply, String kind) {
        return switch (reply.outcome()) {
            case OK -> reply;
            case NOT_FOUND -> throw unknown(kind);
            case CONFLICT -> throw kind.equals(OFFER) ? offerOver(reply.text()) : matchOver(reply.text());
            default -> throw new IllegalStateException("Unexpected " + reply.outcome());
        };
    }

    private static RuntimeException offerOver(String state) {
        return Problems.conflict(
                "offer-expired",
                "The offer is over",
                "It can't be answered any more; wait for the next one, and become available again if need be.",
                "state",
                state);
    }

    private static RuntimeException checkOver(String state) {
        return Problems.conflict(
                "offer-expired",
                "The ready check is over",
                "It can't be answered any more. The ticket is " + state
                        + ": wait for the next one, or resume it if it is" + " paused.",
                "state",
                state);
    }

    private static RuntimeException matchOver(String state) {
        return Problems.conflict(
                "match-completed",
                "The match is over",
                "Nobody can enter its room any more; ask for help again with a new ticket.",
                "state",
                state);
    }

    private static Uni<Void> known(String kind, String id) {
        return Ids.fits(kind, id)
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(() -> unknown(kind));
    }

    private static RuntimeException unknown(String kind) {
        String what = switch (kind) {
            case OFFER -> "offer";
            case TICKET -> "ticket";
            default -> "match";
        };
        return Problems.notFound("This account has no such " + what + "; GET /standing shows what is open.");
    }
}
