package dev.stoa.matchmaking.records.webhook;

import static java.util.Collections.nCopies;

import dev.stoa.matchmaking.records.history.TestDatabase;
import dev.stoa.matchmaking.rig.JavaProcess;
import dev.stoa.matchmaking.support.TestQueue;
import io.vertx.core.Vertx;

/** What calls webhooks, in a process of its own, to be killed. */
final class CallerProcess {

    private CallerProcess() {}

    /** Calls until it is killed; the arguments are the URLs of Redis and PostgreSQL. */
    public static void main(String... urls) {
        Vertx vertx = Vertx.vertx();
        TestQueue queue = new TestQueue(vertx, urls[0]);
        WebhookWorld.calls(vertx, TestDatabase.migrated(vertx, urls[1]), queue, impatient())
                .start();
    }

    /** What one that was killed has begun is soon another's, and what was given up on a busy machine is tried again and again. */
    private static WebhookConfig impatient() {
        return WebhookWorld.config("timeout", "1s", "lease", "2s", "retries", String.join(",", nCopies(50, "100ms")));
    }

    /** Starts one. */
    static Process start(WebhookWorld world) {
        return JavaProcess.start(
                CallerProcess.class, world.redisUrl(), world.postgres().url());
    }
}
