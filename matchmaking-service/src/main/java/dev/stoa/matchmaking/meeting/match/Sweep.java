package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import dev.stoa.matchmaking.queue.Work;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Goes again and again over what is due: deadlines that have passed, and work that an instance has left undone. Every
 * instance does so; what one has swept is gone for the others.
 */
final class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final int MOST_AT_ONCE = 100;
    private static final int LEFT_AFTER_MS = 1_000;

    private final Vertx vertx;
    private final Steps steps;
    private final MatchConfig config;
    private final String coolDowns;
    private volatile boolean stopped;

    Sweep(Vertx vertx, Steps steps, MatchConfig config) {
        this.vertx = vertx;
        this.steps = steps;
        this.config = config;
        this.coolDowns = CoolDowns.wire(config);
    }

    void start() {
        later();
    }

    void stop() {
        stopped = true;
    }

    /** Jittered, so that the instances don't sweep in step. */
    private void later() {
        long every = Math.max(2, config.sweepEvery().toMillis());
        long pause = every / 2 + ThreadLocalRandom.current().nextLong(every);
        if (!stopped) {
            vertx.setTimer(
                    pause,
                    ignored -> once().subscribe().with(done -> later(), failure -> {
                        LOG.debugf("Sweep cut short: %s", failure.getMessage());
                        later();
                    }));
        }
    }

    /** Sweeps once over everything. The clock comes first: after a gap the deadlines stand still. */
    Uni<Void> once() {
        return steps.take(
                        Step.WATCH_CLOCK,
                        config.gap().toMillis(),
                        config.longestGrace().toMillis())
                .chain(() -> all(Step.EXPIRE_OFFERS, coolDowns))
                .chain(() -> all(Step.EXPIRE_LEASES))
                .chain(() -> all(Step.EXPIRE_MATCHES, coolDowns))
                .chain(() -> all(Step.EXPIRE_PAUSES))
                .chain(() -> all(Step.EXPIRE_REOPENABLE))
                .chain(() -> all(Step.EXPIRE_TICKETS))
                .chain(() -> all(Step.RETRY_HELD))
                .chain(() -> steps.take(Step.UNTRIED, LEFT_AFTER_MS, MOST_AT_ONCE))
                .invoke(reply -> reply.rows().forEach(row -> steps.hand(Work.of(row.getFirst()))))
                .replaceWithVoid();
    }

    private Uni<Void> all(Step step, Object... more) {
        Object[] arguments =
                Stream.concat(Stream.of(MOST_AT_ONCE), Arrays.stream(more)).toArray();
        return steps.take(step, arguments)
                .flatMap(reply -> reply.text().equals(String.valueOf(MOST_AT_ONCE))
                        ? all(step, more)
                        : Uni.createFrom().voidItem());
    }
}
