package dev.stoa.localstack.bench.signaling;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes pairs of seats in rooms of their own. */
final class Pairs {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;

    private Pairs() {}

    /** Those who offer, and at the same places of the other list those who answer. */
    record Seats(List<Seat> first, List<Seat> second) {
        List<Seat> all() {
            return Stream.concat(first.stream(), second.stream()).toList();
        }
    }

    /** Spread over both ports so that the two of a pair are on different instances, unless both ports are the same. */
    static Seats seats(int pairs, int port, int otherPort) {
        var first = new ArrayList<Seat>();
        var second = new ArrayList<Seat>();
        for (int pair = 0; pair < pairs; pair++) {
            var room = id();
            var ada = id();
            var grace = id();
            var swapped = pair % 2 == 1;
            first.add(new Seat(room, ada, grace, true, swapped ? otherPort : port));
            second.add(new Seat(room, grace, ada, false, swapped ? port : otherPort));
        }
        return new Seats(first, second);
    }

    static List<Pair> match(List<Client> first, List<Client> second) {
        return IntStream.range(0, first.size())
                .mapToObj(i -> new Pair(first.get(i), second.get(i)))
                .toList();
    }

    private static String id() {
        var bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
