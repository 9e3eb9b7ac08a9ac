package dev.stoa.matchmaking.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The matches as the log tells of them: nobody is in two at once, and each has one learner and one expert. */
final class Matches {

    /** Who is in one. */
    static final class Known {

        @Nullable
        String learner;

        @Nullable
        String expert;

        int ended;

        boolean isOf(String account) {
            return account.equals(learner) || account.equals(expert);
        }

        String peerOf(String account) {
            return String.valueOf(account.equals(learner) ? expert : learner);
        }
    }

    private final Wrongs wrongs;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, String> running = new HashMap<>();

    Matches(Wrongs wrongs) {
        this.wrongs = wrongs;
    }

    void told(Told told) {
        String id = told.data().path("match").path("id").asText();
        Known match = known.computeIfAbsent(id, ignored -> new Known());
        if (told.data().path("match").path("role").asText().equals("learner")) {
            match.learner = only(match.learner, told.account(), id);
        } else {
            match.expert = only(match.expert, told.account(), id);
        }
        String before = running.put(told.account(), id);
        if (before != null && !before.equals(id)) {
            wrongs.add(told.account() + " is in " + before + " and " + id);
        }
        if (match.ended > 0) {
            wrongs.add(id + " goes on after its end");
        }
    }

    private String only(@Nullable String before, String account, String match) {
        if (before != null && !before.equals(account)) {
            wrongs.add(match + " has " + before + " and " + account + " in one role");
        }
        return account;
    }

    void ended(Told told) {
        String id = told.data().path("matchId").asText();
        if (!running.remove(told.account(), id)) {
            wrongs.add(told.account() + " ended " + id + ", in which it was not");
        }
        Known match = known.get(id);
        if (match != null) {
            match.ended++;
        }
    }

    boolean isBusy(String account) {
        return running.containsKey(account);
    }

    @Nullable
    Known get(String id) {
        return known.get(id);
    }

    int count() {
        return known.size();
    }

    /** At the end: each has had two participants, who were told alike. */
    void finish() {
        known.forEach((id, match) -> {
            if (match.learner == null || match.expert == null || match.learner.equals(match.expert)) {
                wrongs.add(id + " is of " + match.learner + " and " + match.expert);
            }
            if (match.ended == 1 || match.ended > 2) {
                wrongs.add(id + " ended for " + match.ended);
            }
        });
    }

    /** Those that have not ended. */
    List<String> open() {
        List<String> open = new ArrayList<>();
        known.forEach((id, match) -> {
            if (match.ended == 0) {
                open.add(id);
            }
        });
        return open;
    }
}
