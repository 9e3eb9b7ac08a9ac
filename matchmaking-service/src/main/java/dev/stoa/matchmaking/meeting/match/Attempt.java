package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.queue.Work;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What has come so far of the attempt to have a ticket offered. */
final class Attempt {

    final Work.TryTicket work;
    final Set<String> inVain = new HashSet<>();
    Optional<Duration> held = Optional.empty();
    int made;

    /** Whether an expert who was served meanwhile has been offered the ticket. */
    volatile boolean offered;

    Attempt(Work.TryTicket work) {
        this.work = work;
    }
}
