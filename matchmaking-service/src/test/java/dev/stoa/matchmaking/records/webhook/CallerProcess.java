package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.records.history.TestDatabase;
import dev.stoa.matchmaking.support.TestQueue;
import io.vertx.core.Vertx;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What calls webhooks, in a process of its own, to be killed. */
final class CallerProcess {

    private CallerProcess() {}

    /** Calls until it is killed; the arguments are the URLs of Redis and PostgreSQL. */
    public static void main(String... urls) {
        Vertx vertx = Vertx.vertx();
        TestQueue queue = new TestQueue(vertx, urls[0]);
        WebhookWorld.calls(vertx, TestDatabase.migrated(vertx, urls[1]), queue, WebhookWorld.config())
                .start();
    }

    /** Starts one. */
    static Process start(WebhookWorld world) {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-Xshare:auto",
                            "-cp",
                            System.getProperty("java.class.path"),
                            CallerProcess.class.getName(),
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
