package dev.stoa.localstack.bench.signaling;

import dev.stoa.localstack.process.StackException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Lets clients in, some at a time, and out again. */
final class Door implements Client.Observer {
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Crowd crowd;
    private final Client.Observer inside;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private volatile @Nullable String failure;
    private volatile boolean open;

    /** @param inside hears what happens when all are in */
    Door(Crowd crowd, Client.Observer inside) {
        this.crowd = crowd;
        this.inside = inside;
    }

    /** Returns how long it took until the last of them was in. */
    Duration enter(List<Client> clients) {
        open = false;
        long begin = System.nanoTime();
        for (var client : clients) {
            take(1);
            crowd.connect(client);
        }
        take(AT_ONCE);
        free.release(AT_ONCE);
        open = true;
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    void leave(List<Client> clients) {
        clients.forEach(Client::leave);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!clients.stream().allMatch(Client::hasEnded) && System.nanoTime() < until) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        crowd.execute(() -> clients.forEach(client -> client.end("left")));
    }

    @Override
    public void ready(Client client) {
        free.release();
        inside.ready(client);
    }

    @Override
    public void message(Client client, long number, long due) {
        inside.message(client, number, due);
    }

    @Override
    public void refused(Client client, String why) {
        inside.refused(client, why);
    }

    @Override
    public void ended(Client client, String why) {
        if (open) {
            inside.ended(client, why);
        } else {
            failure = why;
            free.release();
        }
    }

    private void take(int places) {
        try {
            if (!free.tryAcquire(places, PATIENCE.toSeconds(), TimeUnit.SECONDS)) failure = "no answer";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = "interrupted";
        }
        if (failure != null) throw new StackException("A client of the bench could not come in: " + failure);
    }
}
