package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.support.TestQueue;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

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
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            WriterProcess.class.getName(),
                            world.redisUrl(),
                            world.postgres().url())
                    .redirectErrorStream(true)
                    .redirectOutput(new File("/dev/null"))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
