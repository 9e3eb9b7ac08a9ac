package dev.stoa.signaling.proof;

import dev.stoa.signaling.proof.stranger.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One client's events in the terms of the promises. Sessions count from 0. */
record Life(List<Said> said, List<Ear> heard, Set<Integer> cuts, int sessions) {

    /** What became of a message. In doubt: its session ended before it was settled, so it may have been seen or not. */
    enum Fate {
        SETTLED,
        REFUSED,
        IN_DOUBT
    }

    /** {@code to} is empty if it was for all. */
    record Said(String to, String text, Fate fate) {}

    record Ear(int session, String epoch, long seq, String from, String text) {}

    List<Said> saidTo(String peer) {
        return said.stream()
                .filter(message -> message.to().isEmpty() || message.to().equals(peer))
                .toList();
    }

    List<Ear> heardFrom(String peer) {
        return heard.stream().filter(ear -> ear.from().equals(peer)).toList();
    }

    static Life of(List<Event> events) {
        var reader = new Reader();
        events.forEach(reader::read);
        reader.endSession();
        return new Life(reader.said, reader.heard, reader.cuts, reader.session + 1);
    }

    private static final class Reader {

        private final List<Said> said = new ArrayList<>();
        private final List<Ear> heard = new ArrayList<>();
        private final Set<Integer> cuts = new HashSet<>();
        private final List<Event.Offered> offered = new ArrayList<>();
        private final Set<Long> refused = new HashSet<>();
        private long settledUpTo;
        private int session = -1;
        private String epoch = "";

        private void read(Event event) {
            switch (event) {
                case Event.Began began -> {
                    endSession();
                    session++;
                    epoch = began.epoch();
                }
                case Event.Offered message -> offered.add(message);
                case Event.Settled settled -> settledUpTo = Math.max(settledUpTo, settled.upTo());
                case Event.Refused message -> refused.add(message.n());
                case Event.Heard message ->
                    heard.add(new Ear(session, epoch, message.seq(), message.from(), message.text()));
                case Event.Cut cut -> cuts.add(cut.code());
                case Event.CameBack back -> {}
                case Event.PutOff message -> {}
                case Event.Told news -> {}
            }
        }

        private void endSession() {
            for (var message : offered) {
                said.add(new Said(message.to(), message.text(), fate(message.n())));
            }
            offered.clear();
            refused.clear();
            settledUpTo = 0;
        }

        private Fate fate(long n) {
            if (refused.contains(n)) {
                return Fate.REFUSED;
            }
            return n <= settledUpTo ? Fate.SETTLED : Fate.IN_DOUBT;
        }
    }
}
