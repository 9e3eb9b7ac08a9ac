package dev.stoa.localstack.system;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the simulated people saw, to be checked afterwards: nobody matched twice, nobody forgotten. */
final class History {
    /** One person's view of one match, from the moment it was announced until that person left it or saw it end. */
    record Meeting(String match, String person, String role, long begunNanos, long endedNanos) {}

    private final Map<String, String> ticketOwners = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> matchesOfTicket = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Meeting> meetings = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> oddities = new ConcurrentLinkedQueue<>();

    void ticketCreated(String ticket, String learner) {
        if (ticketOwners.put(ticket, learner) != null) oddities.add("two tickets with the id " + ticket);
    }

    void ticketMatched(String ticket, String match) {
        matchesOfTicket
                .computeIfAbsent(ticket, unused -> ConcurrentHashMap.newKeySet())
                .add(match);
    }

    void met(Meeting meeting) {
        meetings.add(meeting);
    }

    void odd(String what) {
        oddities.add(what);
    }

    /** Every broken promise in words; empty when all were kept. */
    List<String> violations() {
        var found = new ArrayList<>(oddities);
        ticketOwners.forEach((ticket, learner) -> {
            var matches = matchesOfTicket.getOrDefault(ticket, Set.of());
            if (matches.isEmpty()) found.add(learner + " was forgotten: " + ticket + " was never matched");
            if (matches.size() > 1) found.add(ticket + " was matched " + matches.size() + " times: " + matches);
        });
        checkMatches(found);
        checkPeople(found);
        return found;
    }

    private void checkMatches(List<String> found) {
        Map<String, List<Meeting>> byMatch = new ConcurrentHashMap<>();
        meetings.forEach(meeting -> byMatch.computeIfAbsent(meeting.match, unused -> new ArrayList<>())
                .add(meeting));
        byMatch.forEach((match, present) -> {
            Set<String> roles = new HashSet<>();
            present.forEach(meeting -> roles.add(meeting.role));
            if (present.size() != 2 || roles.size() != 2) found.add(match + " was seen by " + present);
        });
        if (byMatch.size() != ticketOwners.size()) {
            found.add(byMatch.size() + " matches for " + ticketOwners.size() + " tickets");
        }
    }

    private void checkPeople(List<String> found) {
        Map<String, List<Meeting>> byPerson = new ConcurrentHashMap<>();
        meetings.forEach(meeting -> byPerson.computeIfAbsent(meeting.person, unused -> new ArrayList<>())
                .add(meeting));
        byPerson.forEach((person, own) -> {
            own.sort((a, b) -> Long.compare(a.begunNanos, b.begunNanos));
            for (int i = 1; i < own.size(); i++) {
                if (own.get(i).begunNanos < own.get(i - 1).endedNanos) {
                    found.add(person + " was in two matches at once: " + own.get(i - 1) + " and " + own.get(i));
                }
            }
        });
    }
}
