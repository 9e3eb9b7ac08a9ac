package dev.stoa.matchmaking.match;

import dev.stoa.matchmaking.match.Candidates.Choice;
import dev.stoa.matchmaking.match.Candidates.Claim;
import dev.stoa.matchmaking.match.Candidates.Page;
import dev.stoa.matchmaking.match.Candidates.Prospect;
import dev.stoa.matchmaking.queue.Work;
import io.smallrye.mutiny.Uni;
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
 * Brings tickets and experts together, first come first served.
 *
 * <p>It is always the expert that is served: with the oldest ticket that fits. A new ticket only names the experts that
 * should be served now. What can't be done at once (too much of it, too many collisions, Redis away, a crash) stays on
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

    private enum Served {
        OFFERED,
        NOTHING_FITS,
        COLLIDED
    }

    private final Candidates candidates;
    private final Queue<Work> waiting = new ArrayDeque<>();
    private final Map<String, Uni<Served>> beingServed = new ConcurrentHashMap<>();
    private int running;

    Matcher(Candidates candidates) {
        this.candidates = candidates;
    }

    /** Takes on a ticket or an expert that can be matched; returns at once. */
    void take(Work work) {
        switch (work) {
            case Work.TryTicket ticket -> queue(ticket);
            case Work.TryExpert expert -> queue(expert);
            case Work.EndRoom ignored -> {}
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
            case Work.TryTicket ticket -> tryTicket(ticket, 0, 1, new HashSet<>());
            case Work.TryExpert expert ->
                serve(expert.account())
                        .flatMap(served -> served == Served.NOTHING_FITS ? candidates.tried(expert.member()) : LATER);
            case Work.EndRoom ignored -> LATER;
        };
    }

    /** Serves one expert after the other until the ticket is offered or nobody is left who could take it. */
    private Uni<Void> tryTicket(Work.TryTicket work, long after, int attempt, Set<String> inVain) {
        return candidates.expertsFor(work.ticket(), after).flatMap(prospects -> {
            Optional<String> next = choose(prospects, inVain);
            if (next.isPresent()) {
                return serve(next.get()).flatMap(served -> {
                    if (served == Served.COLLIDED) {
                        inVain.add(next.get());
                    }
                    return attempt == MOST_TRIES ? LATER : tryTicket(work, after, attempt + 1, inVain);
                });
            }
            if (prospects.size() == Candidates.PAGE) {
                return tryTicket(work, prospects.getLast().since(), attempt, inVain);
            }
            return inVain.isEmpty() ? candidates.tried(work.member()) : LATER;
        });
    }

    /** The longest idle one whom this instance isn't serving right now, so that many tickets don't crowd one expert. */
    private Optional<String> choose(List<Prospect> prospects, Set<String> inVain) {
        List<String> possible = prospects.stream()
                .filter(prospect -> !prospect.excluded() && !inVain.contains(prospect.account()))
                .map(Prospect::account)
                .toList();
        return possible.stream()
                .filter(account -> !beingServed.containsKey(account))
                .findFirst()
                .or(() -> possible.stream().findFirst());
    }

    private Uni<Served> serve(String account) {
        return beingServed.computeIfAbsent(
                account,
                key -> offerOldest(key, 0, 1)
                        .onTermination()
                        .invoke(() -> beingServed.remove(key))
                        .memoize()
                        .indefinitely());
    }

    private Uni<Served> offerOldest(String account, long after, int attempt) {
        return candidates.ticketsFor(account, after).flatMap(read -> {
            if (read.isEmpty()) {
                return Uni.createFrom().item(Served.COLLIDED);
            }
            Page page = read.get();
            List<Choice> choices = choices(page);
            if (!choices.isEmpty()) {
                return candidates.claim(page.expert(), choices).flatMap(claim -> again(claim, account, attempt));
            }
            return page.isFull()
                    ? offerOldest(account, page.tickets().getLast().sequence(), attempt)
                    : Uni.createFrom().item(Served.NOTHING_FITS);
        });
    }

    private Uni<Served> again(Claim claim, String account, int attempt) {
        return switch (claim) {
            case OFFERED -> Uni.createFrom().item(Served.OFFERED);
            case EXPERT_GONE -> Uni.createFrom().item(Served.COLLIDED);
            case TICKETS_GONE ->
                attempt == MOST_TRIES ? Uni.createFrom().item(Served.COLLIDED) : offerOldest(account, 0, attempt + 1);
        };
    }

    private static List<Choice> choices(Page page) {
        return page.tickets().stream()
                .<Choice>mapMulti((ticket, chosen) -> {
                    if (Compatibility.of(page.expert(), ticket) instanceof Compatibility.Fits fits) {
                        chosen.accept(new Choice(ticket, fits.because()));
                    }
                })
                .limit(MOST_CHOICES)
                .toList();
    }
}
