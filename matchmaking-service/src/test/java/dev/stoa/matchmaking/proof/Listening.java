package dev.stoa.matchmaking.proof;

import java.util.List;

/** Compares what an account heard on its event streams with what the log told it: nothing twice, nothing missing. */
final class Listening {

    private Listening() {}

    static void check(String account, LongList told, List<Stream.Heard> heard, Wrongs wrongs) {
        long position = 0;
        int next = 0;
        for (Stream.Heard event : heard) {
            if (event.standing()) {
                position = Math.max(position, event.id());
                while (next < told.size() && told.get(next) <= position) {
                    next++;
                }
            } else if (event.id() <= position) {
                wrongs.add(account + " heard an event again");
            } else {
                while (next < told.size() && told.get(next) < event.id()) {
                    wrongs.add(account + " missed an event at " + EventIds.ms(told.get(next)));
                    next++;
                }
                if (next == told.size() || told.get(next) != event.id()) {
                    wrongs.add(account + " heard what the log does not tell");
                } else {
                    next++;
                }
                position = event.id();
            }
        }
        if (next < told.size()) {
            wrongs.add(account + " missed the last " + (told.size() - next) + " events");
        }
    }
}
