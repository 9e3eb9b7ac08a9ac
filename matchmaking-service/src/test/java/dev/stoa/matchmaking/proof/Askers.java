package dev.stoa.matchmaking.proof;

import dev.stoa.matchmaking.rig.SentinelSet;
import io.vertx.core.http.HttpMethod;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Learners who ask and take it back, all the time, and know what of that was acknowledged. */
final class Askers implements AutoCloseable {

    private static final int MANY = 16;
    private static final int PAUSE_MS = 10;

    /** A ticket and the state in which the queue said it is, for good. */
    private record Acknowledged(String ticket, String state) {}

    private final Service service;
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
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
            Answer cancelled = service.ask(account, HttpMethod.POST, "/tickets/" + ticket + "/cancel", null);
            if (cancelled.status() == 200) {
                acknowledge(new Acknowledged(ticket, "cancelled"));
            } else {
                unknown.incrementAndGet();
            }
        }
    }

    private synchronized void acknowledge(Acknowledged what) {
        acknowledged.add(what);
        long now = System.nanoTime();
        long gap = now - lastAcknowledged;
        longestGap = Math.max(longestGap, gap);
        lastAcknowledged = now;
    }

    int acknowledged() {
        return acknowledged.size();
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
        List<String> lost = new ArrayList<>();
        for (Acknowledged each : acknowledged) {
            String state = String.valueOf(sentinels.run(Command.HGET, "{mm}:ticket:" + each.ticket(), "state"));
            if (!state.equals(each.state())) {
                lost.add(each.ticket() + " is " + state + ", not " + each.state());
            }
        }
        return lost;
    }

    @Override
    public void close() {
        resting = true;
    }
}
