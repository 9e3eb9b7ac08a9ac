package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.Loop;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Who is alive. Every instance beats and watches the others: the pages of a dead one are away, and a page whose window has
 * ended is out. An observer counts its own beats, not the time: while Redis is away nobody beats and nobody is declared
 * dead.
 */
@Singleton
public final class Instances {

    private static final int WINDOWS_AT_ONCE = 200;
    private static final int STANDSTILL_BEATS = 3;
    private static final Logger LOG = Logger.getLogger(Instances.class);

    private final Map<String, Sighting> others = new HashMap<>();
    private final Set<String> sweeping = new HashSet<>();
    private final Scripts scripts;
    private final Sweep sweep;
    private final Roster roster;
    private final Instance self;
    private final InstanceConfig config;
    private boolean beating;
    private boolean retired;

    Instances(Scripts scripts, Sweep sweep, Roster roster, Instance self, InstanceConfig config) {
        this.scripts = scripts;
        this.sweep = sweep;
        this.roster = roster;
        this.self = self;
        this.config = config;
    }

    void start(@Observes StartupEvent event, Loop loop) {
        loop.every(config.beatEvery(), this::beat);
    }

    /** Says that this instance goes, so that nobody needs to wait for its death. On the loop. */
    public Future<Void> retire() {
        retired = true;
        return roster.retire();
    }

    private void beat() {
        if (beating || retired || !scripts.isUp(Keys.INSTANCES)) {
            return;
        }
        beating = true;
        var standstill = config.beatEvery().multipliedBy(STANDSTILL_BEATS).toMillis();
        scripts.run(
                        Script.BEAT,
                        List.of(Keys.INSTANCES, Keys.AWAY, Keys.CLOCK),
                        List.of(self.id(), Long.toString(standstill), Integer.toString(WINDOWS_AT_ONCE)))
                .onSuccess(reply -> {
                    observe(reply.get(0));
                    reply.get(1).forEach(window -> sweep.giveUp(window.toString()));
                    // It is the first beat, or somebody has taken this instance for dead.
                    if (Replies.number(reply.get(2)) == 1) {
                        roster.tellAgain();
                    }
                })
                .onFailure(
                        failure -> LOG.warnf("This instance could not say that it is alive: %s", failure.getMessage()))
                .onComplete(done -> beating = false);
    }

    private void observe(Response instances) {
        var seen = new HashSet<String>();
        for (var i = 0; i + 1 < instances.size(); i += 2) {
            var id = instances.get(i).toString();
            seen.add(id);
            if (id.equals(self.id())) {
                continue;
            }
            var beat = instances.get(i + 1).toString();
            var sighting = others.merge(id, new Sighting(beat, 0), (before, now) -> before.next(beat));
            if (sighting.unchanged() >= config.missedBeats()) {
                bury(id);
            }
        }
        others.keySet().retainAll(seen);
    }

    private void bury(String dead) {
        if (!sweeping.add(dead)) {
            return;
        }
        LOG.warnf("Instance %s is dead: its pages are away", dead);
        sweep.of(dead)
                .compose(done -> scripts.run(Command.ZREM, Keys.INSTANCES, dead))
                .onFailure(failure -> LOG.warnf("It will be tried again: %s", failure.getMessage()))
                .onComplete(done -> sweeping.remove(dead));
    }

    /** The last beat of another instance, and for how many own beats it has been the last. */
    private record Sighting(String beat, int unchanged) {

        Sighting next(String now) {
            return now.equals(beat) ? new Sighting(beat, unchanged + 1) : new Sighting(now, 0);
        }
    }
}
