package dev.stoa.matchmaking.match;

import dev.stoa.matchmaking.account.Field;
import java.util.List;

/**
 * A queued ticket, as read from the queue for one expert.
 *
 * @param turn changes whenever the ticket comes back to the queue; a claim that knows an older one is refused
 * @param sequence its place in the order of all tickets
 * @param declined whether this expert has declined it before
 */
record WaitingTicket(
        String id, String turn, long sequence, String account, Field field, List<String> languages, boolean declined) {}
