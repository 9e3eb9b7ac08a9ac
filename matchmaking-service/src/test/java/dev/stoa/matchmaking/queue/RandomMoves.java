package dev.stoa.matchmaking.queue;

import dev.stoa.matchmaking.support.TestQueue;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Steps that a few accounts, each of them learner and expert, take at random. Deadlines pass when a move says so. */
final class RandomMoves {

    private static final List<String> ACCOUNTS = List.of("ada", "bob", "cleo", "dan", "eve", "fay", "gus");
    private static final String NO_PAUSE = "0";
    private static final long HOUR = 3_600_000;

    private final TestQueue queue;
    private final Random random;
    private final Map<String, String> tickets = new LinkedHashMap<>();
    private String last = "";
    private int events;

    RandomMoves(TestQueue queue, Random random) {
        this.queue = queue;
        this.random = random;
    }

    /** The tickets that were asked, with their learners; those that are over may be taken out. */
    Map<String, String> tickets() {
        return tickets;
    }

    /** The last move in words. */
    String last() {
        return last;
    }

    /** Makes a move by a random account, and answers whether it has done anything. */
    boolean make(Move move) {
        String who = one(ACCOUNTS);
        last = move + " " + who;
        return switch (move) {
            case ASK -> ask(who);
            case COME -> queue.makeAvailable(who, HOUR).outcome() == Outcome.OK;
            case OFFER -> offer(who);
            case ACCEPT ->
                offerTo(who)
                        .map(offer -> queue.accept(offer, who))
                        .filter(this::isDone)
                        .isPresent();
            case READY ->
                ticketIn(who, "offered")
                        .map(ticket -> queue.ready(ticket, who))
                        .filter(this::isDone)
                        .isPresent();
            case DECLINE ->
                offerTo(who)
                        .map(offer -> queue.decline(offer, who))
                        .filter(this::isDone)
                        .isPresent();
            case BE_SILENT ->
                offerTo(who)
                        .filter(offer -> pass("offers", offer, Step.EXPIRE_OFFERS))
                        .isPresent();
            case PAUSE -> move(who, Step.PAUSE_TICKET);
            case RESUME -> move(who, Step.RESUME_TICKET);
            case CHANGE ->
                openTicket(who)
                        .map(ticket -> queue.take(Step.CHANGE_TICKET, ticket, who, "", "Help me", ""))
                        .filter(this::isDone)
                        .isPresent();
            case CANCEL -> move(who, Step.CANCEL_TICKET);
            case GO ->
                queue.field("availability", who, "state") != null && isDone(queue.take(Step.END_AVAILABILITY, who));
            case COME_INTO_THE_ROOM ->
                match(who).filter(match -> comeInto(match, who)).isPresent();
            case NOT_SHOW_UP ->
                match(who)
                        .filter(match -> "matched".equals(queue.field("match", match, "state")))
                        .filter(match -> pass("matches", match, Step.EXPIRE_MATCHES))
                        .isPresent();
            case LEAVE ->
                match(who)
                        .map(match -> queue.leave(match, who))
                        .filter(this::isDone)
                        .isPresent();
            case REOPEN ->
                failed().map(ticket -> queue.take(Step.REOPEN_TICKET, ticket, tickets.get(ticket), ""))
                        .filter(this::isDone)
                        .isPresent();
            case FORGET_TO_REOPEN ->
                failed().filter(ticket -> pass("reopenable", ticket, Step.EXPIRE_REOPENABLE))
                        .isPresent();
            case WAIT_TOO_LONG ->
                ticketIn(who, "queued")
                        .filter(ticket -> pass("longest-waits", ticket, Step.EXPIRE_TICKETS))
                        .isPresent();
            case PAUSE_TOO_LONG ->
                ticketIn(who, "paused")
                        .filter(ticket -> pass("pauses", ticket, Step.EXPIRE_PAUSES))
                        .isPresent();
            case BAN -> tell(who, "banned");
            case PARDON -> queue.redis(Command.EXISTS, "{mm}:banned:" + who).toInteger() == 1 && tell(who, "unbanned");
        };
    }

    private boolean ask(String who) {
        if (openTicket(who).isPresent()
                || queue.redis(Command.EXISTS, "{mm}:banned:" + who).toInteger() == 1) {
            return false;
        }
        tickets.put(queue.enqueue(who), who);
        return true;
    }

    private boolean offer(String expert) {
        Optional<String> ticket = any("queued");
        if (ticket.isEmpty() || queue.field("availability", expert, "revision") == null) {
            return false;
        }
        last += " " + ticket.get();
        return isDone(queue.claim(Ids.next("ofr_"), expert, ticket.get()));
    }

    private boolean move(String who, Step step) {
        return openTicket(who)
                .map(ticket -> queue.take(step, ticket, who, ""))
                .filter(this::isDone)
                .isPresent();
    }

    private boolean comeInto(String match, String who) {
        String role = who.equals(queue.field("match", match, "learner")) ? "learner" : "expert";
        String room = queue.field("match", match, "room");
        String peer = queue.field("match", match, role + "Peer");
        return isDone(queue.take(Step.ROOM_JOINED, room, peer, ++events + "-0", HOUR));
    }

    /** Lets a deadline pass; false when there is none. */
    private boolean pass(String deadlines, String member, Step step) {
        if (queue.redis(Command.ZSCORE, "{mm}:" + deadlines, member) == null) {
            return false;
        }
        queue.makeDue(deadlines, member);
        return isDone(queue.take(step, 10, NO_PAUSE));
    }

    private boolean tell(String who, String news) {
        return isDone(queue.take(Step.ACCOUNT_NEWS, ++events + "-0", who, news, ""));
    }

    private Optional<String> openTicket(String who) {
        return Optional.ofNullable(queue.field("account", who, "ticket"));
    }

    private Optional<String> ticketIn(String who, String state) {
        return openTicket(who).filter(ticket -> state.equals(queue.field("ticket", ticket, "state")));
    }

    private Optional<String> offerTo(String who) {
        return Optional.ofNullable(queue.field("account", who, "offer"));
    }

    private Optional<String> match(String who) {
        return Optional.ofNullable(queue.field("account", who, "match"));
    }

    private Optional<String> failed() {
        Response all = queue.redis(Command.ZRANGE, "{mm}:reopenable", 0, -1);
        return all.size() == 0
                ? Optional.empty()
                : Optional.of(one(all.stream().map(String::valueOf).toList()));
    }

    private Optional<String> any(String state) {
        List<String> found = ACCOUNTS.stream()
                .flatMap(account -> ticketIn(account, state).stream())
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(one(found));
    }

    private boolean isDone(Reply reply) {
        return reply.outcome() == Outcome.OK;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
