package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.queue.Steps;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Starts what keeps the history on this instance. */
@ApplicationScoped
class History {

    private final Database database;
    private final Writer writer;
    private final Purge purge;

    History(Vertx vertx, Database database, Steps steps, HistoryConfig config, MeterRegistry registry) {
        this.database = database;
        this.writer = new Writer(vertx, database, new Records(steps), config, new WriterMetrics(registry));
        this.purge = new Purge(vertx, database, config);
    }

    void start(@Observes StartupEvent event) {
        database.migrate();
        writer.start();
        purge.start();
    }

    void stop(@Observes ShutdownEvent event) {
        writer.stop();
        purge.stop();
        database.stop();
    }
}
