package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.api.seal.Seal;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Sends what is due, much at the same time but little of it to the same webhook. */
final class Deliverer {

    private static final Logger LOG = Logger.getLogger(Deliverer.class);
    private static final int TRIES_TO_WRITE = 5;

    private final Vertx vertx;
    private final Leases leases;
    private final Sender sender;
    private final Seal seal;
    private final WebhookConfig config;
    private final WebhookMetrics metrics;
    private final Retries retries;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger runningBehind = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean stopped;

    /** What it works with. */
    record Means(Leases leases, Sender sender, Seal seal) {}

    Deliverer(Vertx vertx, Means means, WebhookConfig config, WebhookMetrics metrics) {
        this.vertx = vertx;
        this.leases = means.leases();
        this.sender = means.sender();
        this.seal = means.seal();
        this.config = config;
        this.metrics = metrics;
        this.retries =
                new Retries(config.retries(), () -> ThreadLocalRandom.current().nextDouble());
    }

    /** Jittered, so that the instances don't come in step. */
    void start() {
        long every = Math.max(2, config.deliverEvery().toMillis());
        if (!stopped) {
            vertx.setTimer(every / 2 + ThreadLocalRandom.current().nextLong(every), ignored -> {
                wake();
                start();
            });
        }
    }

    void stop() {
        stopped = true;
    }

    /** Looks at once for what is due. */
    void wake() {
        if (asked.getAndIncrement() == 0) {
            turn();
        }
    }

    private void turn() {
        int free = config.atOnce() - running.get();
        if (stopped || free <= 0) {
            asked.set(0);
            return;
        }
        leases.take(free, Math.max(0, config.atOnceBehind() - runningBehind.get()))
                .subscribe()
                .with(
                        taken -> {
                            taken.forEach(this::deliver);
                            turned();
                        },
                        failure -> {
                            LOG.debugf("Nothing sent: %s", failure.getMessage());
                            asked.set(0);
                        });
    }

    private void turned() {
        if (asked.getAndSet(0) > 1) {
            wake();
        }
    }

    private void deliver(Due due) {
        count(due, 1);
        attempt(due).chain(attempt -> written(due, attempt)).subscribe().with(ignored -> ended(due), failure -> {
            LOG.warnf("It is not known how %s went, it is sent again: %s", due.event(), failure.getMessage());
            ended(due);
        });
    }

    private void ended(Due due) {
        count(due, -1);
        wake();
    }

    private void count(Due due, int more) {
        running.addAndGet(more);
        if (due.behind()) {
            runningBehind.addAndGet(more);
        }
    }

    private Uni<Attempt> attempt(Due due) {
        List<Secret> secrets = new ArrayList<>();
        for (String sealed : List.of(due.secrets().now(), due.secrets().before())) {
            seal.open(due.webhook(), sealed).map(Secret::new).ifPresent(secrets::add);
        }
        if (secrets.isEmpty()) {
            LOG.errorf("The secret of %s can't be read: has the key changed?", due.webhook());
            return Uni.createFrom().item(Attempt.failed("secret-unreadable", 0));
        }
        return sender.send(due.url(), new Message(due.event(), due.payload(), secrets));
    }

    private Uni<Void> written(Due due, Attempt attempt) {
        Optional<Duration> again = attempt.delivered() || attempt.gone()
                ? Optional.empty()
                : retries.after(due.round() + 1, attempt.retryAfter());
        metrics.attempted(attempt, again.isPresent());
        return Uni.createFrom()
                .deferred(() -> leases.end(due, attempt, again))
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(5))
                .atMost(TRIES_TO_WRITE);
    }
}
