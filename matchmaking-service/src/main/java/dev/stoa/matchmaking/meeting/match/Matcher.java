package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.meeting.match.Judgement.Choice;
import dev.stoa.matchmaking.queue.Work;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
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

    /** Nothing more now; what is still on the list of the untried is the sweep's. */
    private static final Uni<Void> LATER = Uni.createFrom().voidItem();

    /** Nothing more: the step that made the offer has crossed the ticket off the list. */
    private static final Uni<Void> DONE = LATER;

    private final Candidates candidates;
    private final Serving serving;
    private final Loosening loosening;
    private final Queue<Work> waiting = new ArrayDeque<>();
    private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
    private int running;

    Matcher(Candidates candidates, Loosening loosening) {
        this.candidates = candidates;
        this.loosening = loosening;
        this.serving = new Serving(candidates, loosening, this::offered);
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
            case Work.TryTicket ticket -> tryTicket(ticket);
            case Work.TryExpert expert ->
                serving.serve(expert.account())
                        .flatMap(served -> served instanceof Served.Nothing nothing
                                ? candidates.tried(expert.member(), nothing.held())
                                : LATER);
            case Work.EndRoom ignored -> LATER;
            case Work.RemovePeer ignored -> LATER;
        };
    }

    /**
     * An expert who is being served right now may be offered the ticket: it waits for the one whose turn came last, and asks
     * for experts only if it was not offered by then.
     */
    private Uni<Void> tryTicket(Work.TryTicket ticket) {
        Attempt attempt = new Attempt(ticket);
        attempts.put(ticket.ticket(), attempt);
        return serving.lastServed()
                .chain(() -> tryTicket(attempt, Candidates.FROM_THE_START))
                .onTermination()
                .invoke(() -> attempts.remove(ticket.ticket(), attempt));
    }

    /** Serves one expert after the other, the best first, until the ticket is offered or nobody is left who could take it. */
    private Uni<Void> tryTicket(Attempt attempt, String from) {
        if (attempt.offered) {
            return DONE;
        }
        return candidates.expertsFor(attempt.work.ticket(), from).flatMap(read -> {
            if (read.isEmpty()) {
                return candidates.tried(attempt.work.member(), Optional.empty());
            }
            Judgement judgement = Judgement.of(read.get().pairs(), loosening);
            attempt.held = Judgement.sooner(attempt.held, judgement.held());
            Optional<String> next = choose(judgement.choices(), attempt.inVain);
            if (next.isPresent()) {
                return tryExpert(attempt, next.get(), from);
            }
            if (!read.get().isLast()) {
                return tryTicket(attempt, read.get().next());
            }
            return attempt.inVain.isEmpty() ? candidates.tried(attempt.work.member(), attempt.held) : LATER;
        });
    }

    private Uni<Void> tryExpert(Attempt attempt, String account, String from) {
        return serving.serve(account).flatMap(served -> {
            if (served instanceof Served.Offered(String ticket) && ticket.equals(attempt.work.ticket())) {
                return DONE;
            }
            if (served instanceof Served.Paused) {
                return LATER;
            }
            if (served instanceof Served.Collided) {
                attempt.inVain.add(account);
            }
            attempt.made++;
            return attempt.made == Serving.MOST_TRIES ? LATER : tryTicket(attempt, from);
        });
    }

    /** The best one whom this instance isn't serving right now, so that many tickets don't crowd one expert. */
    private Optional<String> choose(List<Choice> choices, Set<String> inVain) {
        List<String> possible = choices.stream()
                .map(choice -> choice.pair().expert().account())
                .filter(account -> !inVain.contains(account))
                .toList();
        return possible.stream()
                .filter(account -> !serving.isServing(account))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    private void offered(String ticket) {
        Attempt attempt = attempts.get(ticket);
        if (attempt != null) {
            attempt.offered = true;
        }
    }
}
