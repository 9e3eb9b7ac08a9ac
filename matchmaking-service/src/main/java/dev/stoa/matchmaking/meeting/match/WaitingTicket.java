package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.api.account.Field;
import java.time.Duration;
import java.util.List;

/**
 * A queued ticket, as read from the queue.
 *
 * @param turn changes whenever the ticket comes back to the queue; a claim that knows an older one is refused
 * @param order where it stands among all tickets: smaller is earlier, and who was ready in vain comes before all
 * @param account the learner
 * @param languages the learner's, the preferred one first
 * @param waited since it was queued
 * @param standing what else counts for it
 * @param sandbox the one that it is in; empty for real ones
 */
record WaitingTicket(
        String id,
        String turn,
        long order,
        String account,
        Field field,
        List<String> languages,
        Duration waited,
        Standing standing,
        String sandbox) {

    /**
     * What counts for a ticket beside its time.
     *
     * @param returned whether its learner was ready before, and the expert was not
     * @param longest whether, of several that were read, none has waited longer
     * @param favouriteOnline whether one of the learner's favourite experts has an availability right now
     * @param exactOnline whether an expert of exactly this field, in a common language, has an availability right now
     */
    record Standing(boolean returned, boolean longest, boolean favouriteOnline, boolean exactOnline) {

        static final Standing PLAIN = new Standing(false, false, false, false);
    }
}
