package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.meeting.match.Candidates.Claim;
import dev.stoa.matchmaking.meeting.match.Judgement.Choice;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Serves experts, each of them once at a time. */
final class Serving {

    /** How often the tickets chosen for an expert may be gone, or a ticket may look for another expert, before the sweep goes on. */
    static final int MOST_TRIES = 50;

    private static final int MOST_CHOICES = 16;

    private final Candidates candidates;
    private final Loosening loosening;
    private final Consumer<String> offered;
    private final Map<String, Uni<Served>> beingServed = new ConcurrentHashMap<>();
    private volatile @Nullable Uni<Served> newest;

    /** @param offered is told each ticket that has been offered */
    Serving(Candidates candidates, Loosening loosening, Consumer<String> offered) {
        this.candidates = candidates;
        this.loosening = loosening;
        this.offered = offered;
    }

    /** Whether this instance is serving an expert right now. */
    boolean isServing(String account) {
        return beingServed.containsKey(account);
    }

    /** Completes, however it goes, when the expert whose turn came last has been served. */
    Uni<Void> lastServed() {
        Uni<Served> last = newest;
        return last == null
                ? Uni.createFrom().voidItem()
                : last.replaceWithVoid().onFailure().recoverWithNull();
    }

    /** Offers an expert the best ticket there is. Whoever wants that of one who is being served gets the same answer. */
    Uni<Served> serve(String account) {
        return beingServed.computeIfAbsent(account, key -> {
            Uni<Served> serving = offerBest(key, Candidates.FROM_THE_START, Optional.empty(), 1)
                    .onTermination()
                    .invoke(() -> beingServed.remove(key))
                    .memoize()
                    .indefinitely();
            newest = serving;
            return serving;
        });
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
            case Claim.Offered(String ticket) -> {
                offered.accept(ticket);
                yield Uni.createFrom().item(new Served.Offered(ticket));
            }
            case Claim.ExpertGone() -> Uni.createFrom().item(new Served.Collided());
            case Claim.Paused() -> Uni.createFrom().item(new Served.Paused());
            case Claim.TicketsGone() ->
                attempt == MOST_TRIES
                        ? Uni.createFrom().item(new Served.Collided())
                        : offerBest(account, Candidates.FROM_THE_START, Optional.empty(), attempt + 1);
        };
    }
}
