package dev.stoa.matchmaking.proof;

import dev.stoa.matchmaking.rig.SentinelSet;
import io.vertx.core.http.HttpMethod;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Learners who ask and take it back, all the time, and know what of that was acknowledged. */
final class Askers implements AutoCloseable {

    private static final int MANY = 16;
    private static final int PAUSE_MS = 10;

    private final Service service;
    private final List<Thread> threads = new ArrayList<>();
    private final Acknowledged acknowledged = new Acknowledged();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private long lastAcknowledged = System.nanoTime();
    private long longestGap;
    private volatile boolean resting;

    Askers(Service service, String issuer, String providerKey) {
        this.service = service;
        for (int i = 0; i < MANY; i++) {
            Account account = Account.named("asker-" + i, issuer, providerKey);
            threads.add(Thread.ofVirtual().start(() -> live(account)));
        }
    }

    private void live(Account account) {
        try {
            while (!resting) {
                askAndTakeBack(account);
                Thread.sleep(PAUSE_MS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void askAndTakeBack(Account account) {
        Answer asked = service.ask(account, HttpMethod.POST, "/tickets", Map.of("field", "0613", "problem", "Why?"));
        String ticket = asked.text("id") + asked.text("ticketId");
        if (asked.status() == Answer.UNKNOWN) {
            unknown.incrementAndGet();
        } else if (!ticket.isEmpty()) {
            acknowledged.asked(ticket, asked.status());
            Answer cancelled = service.ask(account, HttpMethod.POST, "/tickets/" + ticket + "/cancel", null);
            if (acknowledged.cancelled(ticket, cancelled.status())) {
                progress();
            } else {
                unknown.incrementAndGet();
            }
        }
    }

    private synchronized void progress() {
        count.incrementAndGet();
        long now = System.nanoTime();
        long gap = now - lastAcknowledged;
        longestGap = Math.max(longestGap, gap);
        lastAcknowledged = now;
    }

    /** How often cancelling was acknowledged. */
    int acknowledged() {
        return count.get();
    }

    int unknown() {
        return unknown.get();
    }

    /** The longest time in which nothing was acknowledged. */
    synchronized Duration longestGap() {
        return Duration.ofNanos(longestGap);
    }

    void rest() {
        resting = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was acknowledged and is not so. */
    List<String> lost(SentinelSet sentinels) {
        return acknowledged.lost(ticket -> {
            Response state = sentinels.run(Command.HGET, "{mm}:ticket:" + ticket, "state");
            return state == null ? null : state.toString();
        });
    }

    @Override
    public void close() {
        resting = true;
    }
}
