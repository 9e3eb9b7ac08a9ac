package dev.stoa.matchmaking.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the queue has said of tickets for good, and what of that is not so. */
final class Acknowledged {

    private static final String ANY = "";
    private static final String CANCELLED = "cancelled";

    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Queue<String> denied = new ConcurrentLinkedQueue<>();

    /**
     * Asking was answered. Only whoever made a ticket was told for good that it is there: that there is one already may be
     * said of one that nobody has acknowledged.
     */
    void asked(String ticket, int status) {
        if (status == 201) {
            states.putIfAbsent(ticket, ANY);
        }
    }

    /** Cancelling was answered; whether it was acknowledged. */
    boolean cancelled(String ticket, int status) {
        if (status == 200) {
            states.put(ticket, CANCELLED);
        } else if (status == 404 && states.containsKey(ticket)) {
            denied.add(ticket + " was acknowledged, and is not known when it is cancelled");
        }
        return status == 200;
    }

    /**
     * What was acknowledged and is not so.
     *
     * @param stateOf the state that the queue has of a ticket in the end; null when it knows none
     */
    List<String> lost(Function<String, @Nullable String> stateOf) {
        List<String> lost = new ArrayList<>(denied);
        states.forEach((ticket, wanted) -> {
            String state = stateOf.apply(ticket);
            if (state == null || !wanted.equals(ANY) && !wanted.equals(state)) {
                lost.add(ticket + " is " + state + ", not " + (wanted.equals(ANY) ? "there" : wanted));
            }
        });
        return lost;
    }
}
