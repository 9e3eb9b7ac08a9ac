package dev.stoa.matchmaking.proof;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Many clients at once, each with its event stream. */
final class Crowd implements AutoCloseable {

    private static final List<Habits.Kind> KINDS =
            List.of(Habits.Kind.LEARNER, Habits.Kind.LEARNER, Habits.Kind.EXPERT, Habits.Kind.EXPERT, Habits.Kind.BOTH);

    private static final int PAUSE_WHEN_UNSURE_MS = 500;

    private final Queue<Operation> diary = new ConcurrentLinkedQueue<>();
    private final AtomicInteger done = new AtomicInteger();
    private final List<Stream> streams = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Service service;
    private final Rooms rooms;
    private final int pauseMs;
    private volatile boolean resting;

    /** @param pauseMs how long a client thinks at most before it does the next thing */
    Crowd(Stage stage, int size, int pauseMs, long seed) {
        Vertx vertx = stage.vertx;
        this.pauseMs = pauseMs;
        service = new Service(vertx, stage.instances);
        rooms = new Rooms(vertx, stage.signalingRedis());
        Client.Surroundings around = new Client.Surroundings(service, rooms, new Board(), this::write);
        for (int i = 0; i < size; i++) {
            SplittableRandom random = new SplittableRandom(seed + i);
            Account account = Account.named("account-" + i, stage.issuer(), stage.providerKey());
            Sight sight = new Sight();
            Stream stream = new Stream(vertx, service, account, sight);
            streams.add(stream);
            stream.follow();
            Habits habits = new Habits(KINDS.get(i % KINDS.size()), random);
            Client client = new Client(around, account, sight, random);
            threads.add(Thread.ofVirtual().start(() -> live(client, habits, sight, random)));
        }
    }

    private void live(Client client, Habits habits, Sight sight, SplittableRandom random) {
        try {
            while (!resting) {
                boolean sure = client.act(habits.next(sight));
                Thread.sleep(random.nextInt(sure ? pauseMs : PAUSE_WHEN_UNSURE_MS));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Operation operation) {
        diary.add(operation);
        done.incrementAndGet();
    }

    /** How many things have been done. */
    int done() {
        return done.get();
    }

    /** Nobody does anything any more; everybody still listens. */
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

    Collection<Operation> diary() {
        return diary;
    }

    List<Stream> streams() {
        return List.copyOf(streams);
    }

    @Override
    public void close() {
        resting = true;
        streams.forEach(Stream::close);
        service.close();
        rooms.close();
    }
}
