package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.rig.JavaProcess;
import dev.stoa.matchmaking.support.TestQueue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;

/** A writer in a process of its own, to be killed. */
final class WriterProcess {

    private WriterProcess() {}

    /** Writes until it is killed; the arguments are the URLs of Redis and PostgreSQL. */
    public static void main(String... urls) {
        Vertx vertx = Vertx.vertx();
        TestQueue queue = new TestQueue(vertx, urls[0]);
        Database database = HistoryWorld.database(vertx, urls[1]);
        database.migrate();
        new Writer(
                        vertx,
                        database,
                        new Records(queue.steps()),
                        new HistoryWorld.Settings(50, 500_000, HistoryWorld.Settings.USUAL.keep()),
                        new WriterMetrics(new SimpleMeterRegistry()))
                .start();
    }

    /** Starts one. */
    static Process start(HistoryWorld world) {
        return JavaProcess.start(
                WriterProcess.class, world.redisUrl(), world.postgres().url());
    }
}
