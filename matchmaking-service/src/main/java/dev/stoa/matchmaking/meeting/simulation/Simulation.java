package dev.stoa.matchmaking.meeting.simulation;

import dev.stoa.matchmaking.meeting.sandbox.SandboxConfig;
import dev.stoa.matchmaking.queue.Reply;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * Looks at the sandboxes again and again, and lets the next thing happen in each. Every instance does so; a sandbox that
 * one has looked at is left alone by the others for a pace, so an instance that dies only costs a pace.
 */
@ApplicationScoped
class Simulation {

    private static final Logger LOG = Logger.getLogger(Simulation.class);
    private static final int MOST_AT_ONCE = 100;
    private static final long SHORTEST_PACE_MS = 20;

    private final Vertx vertx;
    private final Steps steps;
    private final Cast cast;
    private final SandboxConfig config;
    private final long pace;
    private volatile boolean stopped;

    Simulation(Vertx vertx, Steps steps, Cast cast, SandboxConfig config) {
        this.vertx = vertx;
        this.steps = steps;
        this.cast = cast;
        this.config = config;
        this.pace = Math.max(SHORTEST_PACE_MS, config.pace().toMillis());
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            later();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void later() {
        long pause = pace / 4 + ThreadLocalRandom.current().nextLong(pace / 4);
        if (!stopped) {
            vertx.setTimer(
                    pause,
                    ignored -> look().subscribe().with(done -> later(), failure -> {
                        LOG.debugf("Sandboxes left for later: %s", failure.getMessage());
                        later();
                    }));
        }
    }

    private Uni<Void> look() {
        return steps.take(Step.SANDBOXES, pace, MOST_AT_ONCE, Cast.LEASE_MS).flatMap(this::play);
    }

    private Uni<Void> play(Reply reply) {
        List<Uni<Void>> moves = IntStream.range(0, reply.rows().size())
                .mapToObj(row -> reply.as(row, Scene.class))
                .map(this::play)
                .toList();
        return moves.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(moves).andCollectFailures().replaceWithVoid();
    }

    private Uni<Void> play(Scene scene) {
        return cast.make(Director.next(scene), scene)
                .onFailure()
                .invoke(failure -> LOG.debugf("Nothing came of it in %s: %s", scene.ticket(), failure.getMessage()))
                .onFailure()
                .recoverWithNull();
    }
}
