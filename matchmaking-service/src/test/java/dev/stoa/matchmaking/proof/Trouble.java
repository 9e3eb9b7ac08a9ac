package dev.stoa.matchmaking.proof;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** What goes wrong on a stage, one thing after the other, until it is told to stop. */
final class Trouble implements AutoCloseable {

    private static final long LONGEST_PAUSE_MS = 2_000;
    private static final long SUSPENDED_MS = 2 * Math.max(Stage.LEASE_MS, Stage.OFFER_MS);

    /** How long after its client has given up a request may still be done, by an instance that was suspended. */
    static final long LATE_MS = 2 * SUSPENDED_MS;

    private final Stage stage;
    private final RandomGenerator random;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;
    private final AtomicInteger count = new AtomicInteger();
    private int kills;
    private int suspensions;
    private final List<Outage> outages = new CopyOnWriteArrayList<>();

    Trouble(Stage stage, RandomGenerator random) {
        this.stage = stage;
        this.random = random;
        this.thread = Thread.ofPlatform().name("trouble").start(this::make);
    }

    private void make() {
        for (int turn = 0; !pause(random.nextLong(LONGEST_PAUSE_MS)); turn++) {
            int place = random.nextInt(stage.instances.size());
            switch (turn % 3) {
                case 0 -> suspend(place);
                case 1 -> kill(place);
                default -> restartRedis();
            }
            count.incrementAndGet();
        }
    }

    private void kill(int place) {
        kills++;
        stage.instances.get(place).kill();
        stage.replace(place);
        stage.instances.get(place).awaitReady();
    }

    private void suspend(int place) {
        suspensions++;
        stage.instances.get(place).suspend();
        pause(SUSPENDED_MS);
        stage.instances.get(place).resume();
    }

    private void restartRedis() {
        long since = System.currentTimeMillis();
        stage.redis.kill();
        stage.redis.start();
        outages.add(new Outage(since, System.currentTimeMillis()));
    }

    /** Whether it is over. */
    private boolean pause(long ms) {
        try {
            return over.await(ms, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many things have gone wrong so far. */
    int count() {
        return count.get();
    }

    int kills() {
        return kills;
    }

    int suspensions() {
        return suspensions;
    }

    /** When Redis was being started again. */
    List<Outage> outages() {
        return outages;
    }

    /** Stops, with everything running. */
    @Override
    public void close() {
        over.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
