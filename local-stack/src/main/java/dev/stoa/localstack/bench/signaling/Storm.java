package dev.stoa.localstack.bench.signaling;

import dev.stoa.localstack.process.StackException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * An instance with thousands of sockets is killed, and all of its clients come to the other one, each after a random
 * wait between nothing and a bound that doubles from half a second to ten, as docs/protocol.md asks for.
 */
final class Storm {
    private static final int SOCKETS = 5_000;
    private static final int WARM_UPS = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ATTEMPT = Duration.ofSeconds(10);
    private static final Client.Observer NOBODY = new Client.Observer() {};

    private final Arena arena;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("storm").factory());

    Storm(Arena arena) {
        this.arena = arena;
    }

    /**
     * @param sockets how many were cut off
     * @param seconds until 99 % of them were back
     * @param resumed how many of them came back without a fresh pass
     */
    record Outcome(int sockets, double seconds, int resumed) {}

    /** @param share of the sockets: 1, or less to be quick */
    Outcome measure(double share) throws InterruptedException {
        int sockets = (int) (SOCKETS * share);
        try (var crowd = Crowd.gather()) {
            var door = new Door(crowd, NOBODY);
            var warmUps = clients(WARM_UPS, 1, door);
            door.enter(warmUps);
            door.leave(warmUps);
            var doomed = clients(sockets, 0, door);
            door.enter(doomed);
            var way = new WayBack(crowd, doomed);
            way.prepare();
            long begin = System.nanoTime();
            arena.processes().getFirst().kill();
            return way.begin(begin);
        } finally {
            timer.shutdownNow();
        }
    }

    private List<Client> clients(int sockets, int instance, Client.Observer observer) {
        var port = arena.port(instance);
        var seats = Pairs.seats(sockets / 2, port, port);
        return Trial.clients(seats.all(), arena.contender().dialect(), observer);
    }

    /** The way back of all clients. */
    private final class WayBack {
        private final Crowd crowd;
        private final List<Client> cut;
        private final Dialect dialect = arena.contender().dialect();
        private final List<Traveller> travellers = new ArrayList<>();
        private final AtomicLongArray backAt;
        private final AtomicInteger resumed = new AtomicInteger();
        private final CountDownLatch back;

        WayBack(Crowd crowd, List<Client> cut) {
            this.crowd = crowd;
            this.cut = cut;
            backAt = new AtomicLongArray(cut.size());
            back = new CountDownLatch(cut.size() * 99 / 100);
        }

        /** Passes are matchmaking-service's work, so those for the first attempt are made before the clock starts. */
        void prepare() {
            for (int i = 0; i < cut.size(); i++) travellers.add(new Traveller(this, i, cut.get(i)));
        }

        Outcome begin(long begin) throws InterruptedException {
            travellers.forEach(Traveller::setOut);
            if (!back.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new StackException("After %d s %d clients were not back."
                        .formatted(PATIENCE.toSeconds(), back.getCount() + cut.size() / 100));
            }
            var times = new long[cut.size()];
            Arrays.setAll(times, i -> backAt.get(i) == 0 ? Long.MAX_VALUE : backAt.get(i));
            Arrays.sort(times);
            long last = times[cut.size() * 99 / 100 - 1];
            return new Outcome(cut.size(), (last - begin) / 1e9, resumed.get());
        }
    }

    /** One client's way back. */
    private final class Traveller implements Client.Observer {
        private static final long FIRST_BOUND_MS = 500;
        private static final long LAST_BOUND_MS = 10_000;
        private static final String NOT_RESUMED = "4404";

        private final WayBack journey;
        private final int number;
        private final Seat seat;
        private Optional<Dialect.Upgrade> resumption;
        private Client next;
        private int attempts;

        Traveller(WayBack journey, int number, Client cut) {
            this.journey = journey;
            this.number = number;
            seat = cut.seat().at(arena.port(1));
            resumption = journey.dialect.resume(cut);
            next = client();
        }

        private Client client() {
            var upgrade = resumption.orElseGet(() -> journey.dialect.enter(seat));
            return new Client(seat, journey.dialect, upgrade, this);
        }

        void setOut() {
            long bound = Math.min(LAST_BOUND_MS, FIRST_BOUND_MS << Math.min(attempts++, 5));
            timer.schedule(this::attempt, ThreadLocalRandom.current().nextLong(bound), TimeUnit.MILLISECONDS);
        }

        private void attempt() {
            var client = next;
            journey.crowd.connect(client);
            timer.schedule(
                    () -> journey.crowd.execute(() -> {
                        if (journey.backAt.get(number) == 0) client.end("no answer");
                    }),
                    ATTEMPT.toMillis(),
                    TimeUnit.MILLISECONDS);
        }

        @Override
        public void ready(Client client) {
            if (!journey.backAt.compareAndSet(number, 0, System.nanoTime())) return;
            if (resumption.isPresent()) journey.resumed.incrementAndGet();
            journey.back.countDown();
        }

        @Override
        public void ended(Client client, String why) {
            if (journey.backAt.get(number) != 0) return;
            if (why.contains(NOT_RESUMED)) resumption = Optional.empty();
            next = client();
            setOut();
        }
    }
}
