package dev.stoa.matchmaking.meeting.match;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.queue.Steps;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Starts the matcher and the sweep of this instance. */
@ApplicationScoped
class Matchmaking {

    private final Steps steps;
    private final Matcher matcher;
    private final Sweep sweep;

    Matchmaking(Vertx vertx, Steps steps, ObjectMapper mapper, MatchConfig config) {
        this.steps = steps;
        Loosening loosening = new Loosening(config.steps().orElse(List.of()));
        this.matcher = new Matcher(new Candidates(steps, mapper, config.offerTime(), loosening.longest()), loosening);
        this.sweep = new Sweep(vertx, steps, config);
    }

    void start(@Observes StartupEvent event) {
        steps.onWork(matcher::take);
        sweep.start();
    }

    void stop(@Observes ShutdownEvent event) {
        sweep.stop();
    }
}
