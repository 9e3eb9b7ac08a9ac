package dev.stoa.matchmaking.records.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.meeting.match.Role;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;

/** What participants say of each other after a call. It works without PostgreSQL; the records wait for it. */
@ApplicationScoped
class AfterCall {

    private static final String MATCH = "mch_";

    private final Steps steps;
    private final PastMatches past;
    private final ObjectMapper mapper;
    private final long openFor;

    AfterCall(Steps steps, PastMatches past, ObjectMapper mapper, HistoryConfig config) {
        this.steps = steps;
        this.past = past;
        this.mapper = mapper;
        this.openFor = config.openFor().toMillis();
    }

    /** Rates the other one, or changes that. */
    Uni<Void> rate(String match, String account, Rating rating) {
        Set<Role> roles = Reason.of(rating.reasons());
        if (roles.isEmpty()) {
            return Uni.createFrom().failure(AfterCall::wrongReasons);
        }
        String role = roles.size() > 1 ? "both" : roles.iterator().next().name().toLowerCase(Locale.ROOT);
        String words = rating.words() == null ? "" : rating.words().strip();
        return take(match, account, Step.RATE, rating.stars(), json(rating), role, words, openFor);
    }

    /** Thanks the other one. */
    Uni<Void> thank(String match, String account) {
        return take(match, account, Step.THANK, openFor);
    }

    /** Makes the other one a favourite, or blocks it. */
    Uni<Void> relate(String match, String account, Relation.Kind kind) {
        return take(match, account, Step.RELATE, kind.word(), Ids.next(Relation.PREFIX), openFor);
    }

    /** Takes that back. */
    Uni<Void> unrelate(String match, String account, Relation.Kind kind) {
        return take(match, account, Step.RELATE, kind.word(), "", openFor);
    }

    private Uni<Void> take(String match, String account, Step step, Object... more) {
        if (!Ids.fits(MATCH, match)) {
            return Uni.createFrom().failure(AfterCall::unknown);
        }
        Object[] arguments = new Object[more.length + 2];
        arguments[0] = match;
        arguments[1] = account;
        System.arraycopy(more, 0, arguments, 2, more.length);
        return steps.take(step, arguments).flatMap(reply -> switch (reply.outcome()) {
            case OK -> Uni.createFrom().voidItem();
            case NOT_FOUND ->
                past.has(match, account).flatMap(was -> Uni.createFrom().failure(was ? tooLate() : unknown()));
            default -> Uni.createFrom().failure(refusal(reply));
        });
    }

    private static RuntimeException refusal(Reply reply) {
        if (reply.outcome() == Outcome.GONE) {
            return Problems.unavailable("Favourites and blocks are being read in; try again in a second.");
        }
        return switch (reply.text()) {
            case "running" ->
                Problems.conflict(
                        "match-not-over", "The match is not over", "Rate and thank once the match has ended.");
            case "no-call" ->
                Problems.conflict(
                        "no-call", "There was no call", "Only a call that took place can be rated or thanked for.");
            case "too-late" -> tooLate();
            case "blocked" ->
                Problems.conflict(
                        "blocked", "Blocked", "A blocked account can't be a favourite: take the block back first.");
            case "expert" ->
                Problems.forbidden(
                        "learners-only",
                        "Learners only",
                        "Only the learner of a match can make its expert a favourite.");
            case "reasons" -> wrongReasons();
            default -> new IllegalStateException("Unexpected " + reply.text());
        };
    }

    private static RuntimeException tooLate() {
        return Problems.conflict(
                "too-late",
                "Too late",
                "The match ended too long ago; GET /history shows until when a match can be rated.");
    }

    private static RuntimeException wrongReasons() {
        return Problems.invalid("reasons", "must be reasons that one's own role in the match can give");
    }

    private static RuntimeException unknown() {
        return Problems.notFound("This account has no such match; GET /history shows those that are over.");
    }

    private String json(Rating rating) {
        try {
            return mapper.writeValueAsString(
                    rating.reasons().stream().distinct().map(Reason::word).toList());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
