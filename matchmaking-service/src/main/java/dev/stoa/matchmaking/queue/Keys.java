package dev.stoa.matchmaking.queue;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Every key of the queue. All carry the hash tag {@code {mm}}, so that they live in one slot of a cluster. A code of what is
 * in a sandbox is followed by {@code @} and the sandbox's name.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><td>{@code {mm}:seq}</td><td>counter: order of tickets, of idle experts, and their revisions</td></tr>
 * <tr><td>{@code {mm}:log}</td><td>stream of all events: account, type, data; or field, rank when places have changed</td></tr>
 * <tr><td>{@code {mm}:events:<account>}</td><td>stream of the account's events under the log's ids: type, data; gone 1 h after the newest</td></tr>
 * <tr><td>{@code {mm}:records}</td><td>stream of what is to be written to PostgreSQL: kind, data</td></tr>
 * <tr><td>{@code {mm}:outbox}</td><td>stream of the events that are to be sent to webhooks: integrator, type, data, accounts (that it names)</td></tr>
 * <tr><td>{@code {mm}:called}</td><td>set of the integrators that have webhooks, or had some; and "-", so that it is there</td></tr>
 * <tr><td>{@code {mm}:epoch}</td><td>string: names the life of this Redis; set once favourites, blocks and ratings are in it</td></tr>
 * <tr><td>{@code {mm}:seeding}</td><td>string: the last chunk of them that was brought back from PostgreSQL, while that goes on</td></tr>
 * <tr><td>{@code {mm}:favourites:<account>}</td><td>set of the experts it would like to meet again</td></tr>
 * <tr><td>{@code {mm}:blocked:<account>}</td><td>set of the accounts it does not want to meet</td></tr>
 * <tr><td>{@code {mm}:blocks:<account>}</td><td>set of the accounts it may not meet, whoever of the two wished it</td></tr>
 * <tr><td>{@code {mm}:to-rate:<account>}</td><td>sorted set of the matches of the last hour that it has not rated, by their end</td></tr>
 * <tr><td>{@code {mm}:rating:<account>}</td><td>hash of what learners think of the expert: sum of stars, count</td></tr>
 * <tr><td>{@code {mm}:account:<account>}</td><td>hash of what is open: ticket, offer (as expert), match</td></tr>
 * <tr><td>{@code {mm}:ticket:<ticket>}</td><td>hash: account, name, field, fieldName, languages, problem, state, revision, seq, turn, createdAt, offer (the last one), matchId, longestPause, pausedMs, pausedAt, pauseReason, resumableAt, pauseEndsAt, reason, returned, waitUntil, reopenWithin, reopenUntil, reopened, session (by which its learner has asked, resumed it or said ready), and on behalf integrator, externalId; in a sandbox sandbox (its name: the ticket itself), scenario, simulated, callTime, offerTime, showTime, coolDowns</td></tr>
 * <tr><td>{@code {mm}:learner:<account>}</td><td>hash of an integrator's learner: integrator, externalId, name, sandbox; gone 7 days after the last news</td></tr>
 * <tr><td>{@code {mm}:availability:<account>}</td><td>hash: name, fields, languages, leaseUntil, since, idleSince, state, revision, capacity, taken, doNotDisturb, autoAccept, session (that has last renewed it), sandbox (of a simulated expert)</td></tr>
 * <tr><td>{@code {mm}:offer:<offer>}</td><td>hash: ticket, expert, expertName, because, madeAt, expiresAt, state, accepted and ready (who said yes), acceptedSession and readySession (by which), match</td></tr>
 * <tr><td>{@code {mm}:match:<match>}</td><td>hash: ticket, learner, expert, their names and peers, learnerSession and expertSession (by which they came), field, fieldName, problem, because, startedAt, state, room, who joined, inCallAt, roomEvent, emptied, endedAt, reason, sandbox</td></tr>
 * <tr><td>{@code {mm}:room:<room>}</td><td>string: its match</td></tr>
 * <tr><td>{@code {mm}:tickets:<code>:<language>}</td><td>sorted set of queued tickets by order (seq; less 10^12 for those that go before all), under each prefix of their code</td></tr>
 * <tr><td>{@code {mm}:experts:<code>:<language>}</td><td>sorted set of available experts by idle since, under the codes they help with</td></tr>
 * <tr><td>{@code {mm}:waiting:<code>}</td><td>sorted set of the tickets of exactly this code that have a place, by seq; left when the call begins or the ticket is over</td></tr>
 * <tr><td>{@code {mm}:asking:<code>}</td><td>sorted set of queued and offered tickets of exactly this code by seq</td></tr>
 * <tr><td>{@code {mm}:waits:<code>}</td><td>list of the last 31 matches of this code, newest first: ms at the head of the queue, experts then, 1 if the ticket had to wait, ms to answer; gone a day after the newest</td></tr>
 * <tr><td>{@code {mm}:pace:<code>}</td><td>hash: what these say together, when that was reckoned, and when the last of them was offered</td></tr>
 * <tr><td>{@code {mm}:declined:<ticket>}</td><td>set of the experts who declined it</td></tr>
 * <tr><td>{@code {mm}:longest-waits}</td><td>sorted set of waiting tickets by the time at which they expire</td></tr>
 * <tr><td>{@code {mm}:pauses}</td><td>sorted set of paused tickets by the time at which they expire</td></tr>
 * <tr><td>{@code {mm}:reopenable}</td><td>sorted set of failed tickets by the time until which they can be reopened</td></tr>
 * <tr><td>{@code {mm}:misses:<account>}</td><td>hash of whoever left others waiting: count, until (of the pause), declines, declinesSince; gone 24 h after the last</td></tr>
 * <tr><td>{@code {mm}:leases}</td><td>sorted set of available accounts by the end of their lease</td></tr>
 * <tr><td>{@code {mm}:offers}</td><td>sorted set of open offers by their deadline</td></tr>
 * <tr><td>{@code {mm}:matches}</td><td>sorted set of running matches by the time at which they end unless somebody joins</td></tr>
 * <tr><td>{@code {mm}:untried}</td><td>sorted set of tickets and experts that nobody has tried to match yet, by when that began</td></tr>
 * <tr><td>{@code {mm}:held}</td><td>sorted set of those that are held back for somebody better, by when they are tried again</td></tr>
 * <tr><td>{@code {mm}:wished:<account>}</td><td>sorted set of queued tickets whose learner counts this expert among the favourites, by order</td></tr>
 * <tr><td>{@code {mm}:online:<code>}</td><td>sorted set of experts with an availability under their widest codes, by state: 1 available, 2 offered, 3 in a call, 4 takes nothing</td></tr>
 * <tr><td>{@code {mm}:online:<code>:<language>}</td><td>set of experts who take offers or will do so after their call, under all their codes</td></tr>
 * <tr><td>{@code {mm}:sandboxes}</td><td>sorted set of the tickets in sandboxes by when they are looked at next</td></tr>
 * <tr><td>{@code {mm}:sandboxes-of:<account>}</td><td>sorted set of those of one integrator, by their creation; gone 48 h after the newest</td></tr>
 * <tr><td>{@code {mm}:ended-rooms}</td><td>sorted set of rooms that signaling has to be told are over, by when they ended</td></tr>
 * <tr><td>{@code {mm}:tickets-of:<account>}</td><td>sorted set of the tickets that a learner or an integrator has asked for, by their creation; gone 48 h after the newest</td></tr>
 * <tr><td>{@code {mm}:open-of:<account>}</td><td>sorted set of those that are not over</td></tr>
 * <tr><td>{@code {mm}:request:<key>}</td><td>hash of a POST with an Idempotency-Key: fingerprint, claim and deadline of who does it, seed of the ids of what it makes, and then answer; gone after 24 h</td></tr>
 * <tr><td>{@code {mm}:request-seed:<key>}</td><td>string: the seed of one that failed or was refused, and may come again; gone 24 h after that</td></tr>
 * <tr><td>{@code {mm}:bucket:<account>}</td><td>string: when an integrator's bucket of requests is full again, in µs; gone then</td></tr>
 * <tr><td>{@code {mm}:removed-peers}</td><td>sorted set of rooms and peers, with a colon between them, that signaling has to be told to keep out, by when that began</td></tr>
 * <tr><td>{@code {mm}:accounts-read}</td><td>string: id of the newest news of accounts that was handled; its stream, {@code {id}:accounts}, is identity-service's</td></tr>
 * <tr><td>{@code {mm}:links-ended:<account>}</td><td>string: when (ms) all join links of this learner or integrator that were made before ended; gone once those would have run out</td></tr>
 * <tr><td>{@code {mm}:banned:<account>}</td><td>string: it was banned in the last 24 h, and is still</td></tr>
 * <tr><td>{@code {mm}:deleted:<account>}</td><td>string: when it was deleted (ms), while what it began before may still come to an end; gone a minute after that is surely over</td></tr>
 * <tr><td>{@code {mm}:swept}</td><td>string: when an instance has last swept</td></tr>
 * <tr><td>{@code {mm}:grace}</td><td>string: until when deadlines stand still after everybody was away</td></tr>
 * <tr><td>{@code {mm}:rooms-heard}</td><td>string: until when (ms) all that happened in rooms is known; later deadlines of matches stand still</td></tr>
 * <tr><td>{@code {mm}:rooms-grace}</td><td>string: until when they stand still after nobody could hear it</td></tr>
 * </table>
 */
public final class Keys {

    /** The event log. */
    public static final String LOG = "{mm}:log";

    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile(
                    "\\{mm}:(seq|log|longest-waits|pauses|leases|offers|matches|untried|held|sandboxes|ended-rooms|swept|grace)"),
            Pattern.compile("\\{mm}:(removed-peers|accounts-read|(banned|deleted|links-ended):[^:]+)"),
            Pattern.compile(
                    "\\{mm}:(events|account|learner|ticket|availability|offer|match|room|waiting|declined|wished):[^:]+"),
            Pattern.compile("\\{mm}:(asking|waits|pace):\\d{2,}(@[^:]+)?"),
            Pattern.compile("\\{mm}:(request|request-seed|bucket|tickets-of|open-of|sandboxes-of):[^:]+"),
            Pattern.compile("\\{mm}:(reopenable|rooms-heard|rooms-grace|misses:[^:]+)"),
            Pattern.compile("\\{mm}:(records|outbox|called|epoch|seeding)"),
            Pattern.compile("\\{mm}:(favourites|blocked|blocks|rating|to-rate):[^:]+"),
            Pattern.compile("\\{mm}:(tickets|experts|online):\\d{2,}(@[^:]+)?:[a-z]{2}"),
            Pattern.compile("\\{mm}:online:\\d{2,}(@[^:]+)?"));

    private Keys() {}

    /** Whether a key is one of those above. */
    static boolean isKnown(String key) {
        return SHAPES.stream().anyMatch(shape -> shape.matcher(key).matches());
    }
}
