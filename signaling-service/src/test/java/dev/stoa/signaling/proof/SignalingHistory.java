package dev.stoa.signaling.proof;

import dev.stoa.signaling.proof.stranger.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what the clients of one room saw against the promises. From each sender to each receiver: what was settled while the
 * receiver's session lived is heard once, in the order in which it was said. A session ends only where that was allowed, and
 * nothing may be missing but between the end of one session and the beginning of the next.
 */
final class SignalingHistory {

    private static final int NOT_RESUMED = 4404;

    private final Map<String, Life> lives = new HashMap<>();
    private final List<String> broken = new ArrayList<>();
    private long settled;
    private long heard;

    private SignalingHistory(Map<String, List<Event>> room) {
        room.forEach((peer, events) -> lives.put(peer, Life.of(events)));
    }

    /** What came out: how many messages were settled, how many heard, and every promise that was broken. */
    record Verdict(long settled, long heard, List<String> broken) {

        Verdict plus(Verdict other) {
            var all = new ArrayList<>(broken);
            all.addAll(other.broken);
            return new Verdict(settled + other.settled, heard + other.heard, all);
        }
    }

    /** Judges one room: the events of each of its peers. */
    static Verdict judge(Map<String, List<Event>> room, boolean sessionsMayEnd) {
        var history = new SignalingHistory(room);
        history.lives.forEach((peer, life) -> history.checkSessions(peer, life, sessionsMayEnd));
        history.lives.forEach((receiver, ears) -> history.lives.forEach((sender, mouth) -> {
            if (!receiver.equals(sender)) {
                history.checkPair(sender, mouth, receiver, ears);
            }
        }));
        history.checkNumbers();
        return new Verdict(history.settled, history.heard, history.broken);
    }

    private void checkSessions(String peer, Life life, boolean mayEnd) {
        if (!mayEnd && (life.cuts().contains(NOT_RESUMED) || life.sessions() > 1)) {
            broken.add("NOT RESUMED: " + peer);
        }
        if (life.sessions() > 1 && !life.cuts().contains(NOT_RESUMED)) {
            broken.add("SESSION LOST WITHOUT A WORD: " + peer);
        }
        settled += life.said().stream()
                .filter(said -> said.fate() == Life.Fate.SETTLED)
                .count();
        heard += life.heard().size();
    }

    private void checkPair(String sender, Life mouth, String receiver, Life ears) {
        var pair = sender + " -> " + receiver + ": ";
        var said = mouth.saidTo(receiver);
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < said.size(); i++) {
            places.put(said.get(i).text(), i);
        }
        // For each message, the receiver's session in which it was heard.
        var sessions = new Integer[said.size()];
        var last = -1;
        for (var ear : ears.heardFrom(sender)) {
            var place = places.get(ear.text());
            if (place == null || said.get(place).fate() == Life.Fate.REFUSED) {
                broken.add("NEVER SAID: " + pair + ear.text());
            } else if (sessions[place] != null) {
                broken.add("DOUBLED: " + pair + ear.text());
            } else {
                if (place < last) {
                    broken.add("OUT OF ORDER: " + pair + ear.text());
                }
                sessions[place] = ear.session();
                last = Math.max(last, place);
            }
        }
        checkLost(pair, said, sessions, ears.sessions() - 1);
    }

    /** A settled message may be missing only between two that were heard in different sessions. */
    private void checkLost(String pair, List<Life.Said> said, Integer[] sessions, int lastSession) {
        var after = new int[said.size()];
        var next = lastSession;
        for (var i = said.size() - 1; i >= 0; i--) {
            next = sessions[i] == null ? next : sessions[i];
            after[i] = next;
        }
        var before = 0;
        for (var i = 0; i < said.size(); i++) {
            if (sessions[i] != null) {
                before = sessions[i];
            } else if (said.get(i).fate() == Life.Fate.SETTLED && before == after[i]) {
                broken.add("LOST: " + pair + said.get(i).text());
            }
        }
    }

    /** A number of the room means the same to all, and numbers rise within a session. */
    private void checkNumbers() {
        var meaning = new HashMap<String, String>();
        lives.forEach((peer, life) -> {
            Set<String> own = new HashSet<>();
            var last = -1L;
            var session = -1;
            for (var ear : life.heard()) {
                var number = ear.epoch() + " " + ear.seq();
                last = ear.session() == session ? last : -1;
                session = ear.session();
                if (ear.seq() <= last || !own.add(number)) {
                    broken.add("NUMBER NOT RISING: " + peer + " " + number);
                }
                last = ear.seq();
                var first = meaning.putIfAbsent(number, ear.text());
                if (first != null && !first.equals(ear.text())) {
                    broken.add("NUMBER GIVEN TWICE: " + number);
                }
            }
        });
    }
}
