package dev.stoa.matchmaking.match;

import dev.stoa.matchmaking.pass.Admission;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The offers and matches in the queue. */
@ApplicationScoped
class Matches {

    private static final String OFFER = "ofr_";
    private static final String MATCH = "mch_";

    private final Steps steps;
    private final MatchConfig config;

    Matches(Steps steps, MatchConfig config) {
        this.steps = steps;
        this.config = config;
    }

    /** Turns an offer into a match; 409 when it is not open any more. */
    Uni<Match> accept(String offer, String account) {
        return known(OFFER, offer)
                .chain(() -> steps.take(
                        Step.ACCEPT,
                        offer,
                        account,
                        Ids.next(MATCH),
                        Ids.next(""),
                        Ids.next(""),
                        Ids.next(""),
                        config.noShowTime().toMillis()))
                .map(reply -> answered(reply, OFFER).as(Match.class));
    }

    /** Sends an offer back; 409 when it is not open any more. */
    Uni<Void> decline(String offer, String account) {
        return known(OFFER, offer)
                .chain(() -> steps.take(Step.DECLINE, offer, account))
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
    Uni<Admission> admit(String match, String account) {
        return known(MATCH, match)
                .chain(() -> steps.take(Step.ADMIT, match, account))
                .map(reply -> answered(reply, MATCH).as(Admission.class));
    }

    /** Ends a match for both. */
    Uni<Void> leave(String match, String account) {
        return known(MATCH, match)
                .chain(() -> steps.take(Step.LEAVE_MATCH, match, account))
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
        String what = kind.equals(OFFER) ? "offer" : "match";
        return Problems.notFound("This account has no such " + what + "; GET /standing shows what is open.");
    }
}
