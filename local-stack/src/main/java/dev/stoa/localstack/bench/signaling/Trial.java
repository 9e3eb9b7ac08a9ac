package dev.stoa.localstack.bench.signaling;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One load on fresh pairs: they come in, the load runs, they leave.
 *
 * @param ports of the two instances
 * @param cpu what the contender has used up to now
 * @param pairs how many are connected
 */
record Trial(Dialect dialect, Ports ports, Supplier<Cpu> cpu, int pairs) {
    /** Where clients of the one and of the other instance connect. */
    record Ports(int one, int other) {}

    private static final Duration QUIET = Duration.ofMillis(500);

    static Trial of(Arena arena, int pairs) {
        return new Trial(arena.contender().dialect(), new Ports(arena.port(0), arena.port(1)), arena::cpu, pairs);
    }

    Outcome run(Load.Plan plan) {
        var tally = new Tally();
        try (var crowd = Crowd.gather()) {
            var door = new Door(crowd, tally);
            var seats = Pairs.seats(pairs, ports.one(), ports.other());
            var first = clients(seats.first(), dialect, door);
            var second = clients(seats.second(), dialect, door);
            door.enter(first);
            door.enter(second);
            // The last to come in are told to the others.
            pause();
            var outcome = new Load(dialect, Pairs.match(first, second), tally, cpu).run(plan);
            door.leave(Stream.concat(first.stream(), second.stream()).toList());
            pause();
            return outcome;
        }
    }

    static List<Client> clients(List<Seat> seats, Dialect dialect, Client.Observer observer) {
        return seats.stream()
                .map(seat -> new Client(seat, dialect, dialect.enter(seat), observer))
                .toList();
    }

    private static void pause() {
        LockSupport.parkNanos(QUIET.toNanos());
    }
}
