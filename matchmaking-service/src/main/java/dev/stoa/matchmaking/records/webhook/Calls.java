package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.seal.Seal;
import dev.stoa.matchmaking.queue.Ids;
import dev.stoa.matchmaking.queue.Steps;
import dev.stoa.matchmaking.records.history.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts what calls webhooks from this instance. */
@ApplicationScoped
class Calls {

    private final Mover mover;
    private final Deliverer deliverer;
    private final Upkeep upkeep;

    Calls(Stores stores, Sender sender, WebhookConfig config, MeterRegistry registry, Vertx vertx) {
        WebhookMetrics metrics = new WebhookMetrics(registry);
        Leases leases = new Leases(stores.database(), config, Ids.next(""));
        this.deliverer = new Deliverer(vertx, new Deliverer.Means(leases, sender, stores.seal()), config, metrics);
        Outbox outbox = new Outbox(stores.steps(), config.mostWaiting());
        this.mover = new Mover(vertx, stores.database(), outbox, config.writeEvery(), new Mover.Watch() {
            @Override
            public void waiting(long events, long dropped) {
                metrics.outbox(events, dropped);
            }

            @Override
            public void written() {
                deliverer.wake();
            }
        });
        this.upkeep = new Upkeep(vertx, stores.database(), config.keep(), metrics);
    }

    /** Where things are kept. */
    @ApplicationScoped
    static class Stores {

        private final Database database;
        private final Steps steps;
        private final Seal seal;

        Stores(Database database, Steps steps, Seal seal) {
            this.database = database;
            this.steps = steps;
            this.seal = seal;
        }

        Database database() {
            return database;
        }

        Steps steps() {
            return steps;
        }

        Seal seal() {
            return seal;
        }
    }

    void started(@Observes StartupEvent event) {
        start();
    }

    void stopped(@Observes ShutdownEvent event) {
        stop();
    }

    void start() {
        mover.start();
        deliverer.start();
        upkeep.start();
    }

    void stop() {
        mover.stop();
        deliverer.stop();
        upkeep.stop();
    }
}
