package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.meeting.match.Candidates.Claim;
import dev.stoa.matchmaking.meeting.match.Judgement.Choice;
import dev.stoa.matchmaking.queue.Work;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Brings tickets and experts together, as {@link Verdict} judges them.
 *
 * <p>It is always the expert that is served: with the best ticket there is. A new ticket only names the experts that
 * should be served now, the best one first. What can't be done at once (too much of it, too many collisions, Redis away, a crash) stays on
 * the list of the untried, which the sweep of any instance goes through.
 */
final class Matcher {

    private static final Logger LOG = Logger.getLogger(Matcher.class);
    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_WAITING = 10_000;
    private static final int MOST_TRIES = 50;
    private static final int MOST_CHOICES = 16;

    /** Nothing more now; what is still on the list of the untried is the sweep's. */
    private static final Uni<Void> LATER = Uni.createFrom().voidItem();

    /** Nothing more: the step that made the offer has crossed the ticket off the list. */
    private static final Uni<Void> DONE = LATER;

    private final Candidates candidates;
    private final Loosening loosening;
    private final Queue<Work> waiting = new ArrayDeque<>();
    private final Map<String, Uni<Served>> beingServed = new ConcurrentHashMap<>();
    private int running;

    Matcher(Candidates candidates, Loosening loosening) {
        this.candidates = candidates;
        this.loosening = loosening;
    }

    /** Takes on a ticket or an expert that can be matched; returns at once. */
    void take(Work work) {
        switch (work) {
            case Work.TryTicket ticket -> queue(ticket);
            case Work.TryExpert expert -> queue(expert);
            case Work.EndRoom ignored -> {}
            case Work.RemovePeer ignored -> {}
        }
    }

    private void queue(Work work) {
        synchronized (waiting) {
            if (waiting.size() < MOST_WAITING) {
                waiting.add(work);
            }
        }
        runNext();
    }

    private void runNext() {
        Work work;
        synchronized (waiting) {
            if (running == MOST_AT_ONCE || waiting.isEmpty()) {
                return;
            }
            work = waiting.remove();
            running++;
        }
        run(work)
                .onFailure()
                .invoke(failure -> LOG.debugf("Left to the sweep: %s (%s)", work, failure.getMessage()))
                .onTermination()
                .invoke(() -> {
                    synchronized (waiting) {
                        running--;
                    }
                    runNext();
                })
                .subscribe()
                .with(done -> {}, failure -> {});
    }

    private Uni<Void> run(Work work) {
        return switch (work) {
            case Work.TryTicket ticket -> tryTicket(new Attempts(ticket), Candidates.FROM_THE_START);
            case Work.TryExpert expert ->
                serve(expert.account())
                        .flatMap(served -> served instanceof Served.Nothing nothing
                                ? candidates.tried(expert.member(), nothing.held())
                                : LATER);
            case Work.EndRoom ignored -> LATER;
            case Work.RemovePeer ignored -> LATER;
        };
    }

    /** What has come of a ticket so far. */
    private static final class Attempts {
        private final Work.TryTicket work;
        private final Set<String> inVain = new HashSet<>();
        private Optional<Duration> held = Optional.empty();
        private int made;

        Attempts(Work.TryTicket work) {
            this.work = work;
        }
    }

    /** Serves one expert after the other, the best first, until the ticket is offered or nobody is left who could take it. */
    private Uni<Void> tryTicket(Attempts attempts, String from) {
        return candidates.expertsFor(attempts.work.ticket(), from).flatMap(read -> {
            if (read.isEmpty()) {
                return candidates.tried(attempts.work.member(), Optional.empty());
            }
            Judgement judgement = Judgement.of(read.get().pairs(), loosening);
            attempts.held = Judgement.sooner(attempts.held, judgement.held());
            Optional<String> next = choose(judgement.choices(), attempts.inVain);
            if (next.isPresent()) {
                return tryExpert(attempts, next.get(), from);
            }
            if (!read.get().isLast()) {
                return tryTicket(attempts, read.get().next());
            }
            return attempts.inVain.isEmpty() ? candidates.tried(attempts.work.member(), attempts.held) : LATER;
        });
    }

    private Uni<Void> tryExpert(Attempts attempts, String account, String from) {
        return serve(account).flatMap(served -> {
            if (served instanceof Served.Offered(String ticket) && ticket.equals(attempts.work.ticket())) {
                return DONE;
            }
            if (served instanceof Served.Collided) {
                attempts.inVain.add(account);
            }
            attempts.made++;
            return attempts.made == MOST_TRIES ? LATER : tryTicket(attempts, from);
        });
    }

    /** The best one whom this instance isn't serving right now, so that many tickets don't crowd one expert. */
    private Optional<String> choose(List<Choice> choices, Set<String> inVain) {
        List<String> possible = choices.stream()
                .map(choice -> choice.pair().expert().account())
                .filter(account -> !inVain.contains(account))
                .toList();
        return possible.stream()
                .filter(account -> !beingServed.containsKey(account))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    private Uni<Served> serve(String account) {
        return beingServed.computeIfAbsent(
                account,
                key -> offerBest(key, Candidates.FROM_THE_START, Optional.empty(), 1)
                        .onTermination()
                        .invoke(() -> beingServed.remove(key))
                        .memoize()
                        .indefinitely());
    }

    private Uni<Served> offerBest(String account, String from, Optional<Duration> heldSoFar, int attempt) {
        return candidates.ticketsFor(account, from).flatMap(read -> {
            if (read.isEmpty()) {
                return Uni.createFrom().item(new Served.Collided());
            }
            Judgement judgement = Judgement.of(read.get().pairs(), loosening);
            Optional<Duration> held = Judgement.sooner(heldSoFar, judgement.held());
            if (!judgement.choices().isEmpty()) {
                List<Choice> choices =
                        judgement.choices().stream().limit(MOST_CHOICES).toList();
                return candidates.claim(choices).flatMap(claim -> again(claim, account, attempt));
            }
            return read.get().isLast()
                    ? Uni.createFrom().item(new Served.Nothing(held))
                    : offerBest(account, read.get().next(), held, attempt);
        });
    }

    private Uni<Served> again(Claim claim, String account, int attempt) {
        return switch (claim) {
            case Claim.Offered(String ticket) -> Uni.createFrom().item(new Served.Offered(ticket));
            case Claim.ExpertGone() -> Uni.createFrom().item(new Served.Collided());
            case Claim.TicketsGone() ->
                attempt == MOST_TRIES
                        ? Uni.createFrom().item(new Served.Collided())
                        : offerBest(account, Candidates.FROM_THE_START, Optional.empty(), attempt + 1);
        };
    }
}
