package dev.stoa.matchmaking.meeting.match;

import dev.stoa.matchmaking.api.account.Field;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An expert who waits for an offer, as read from the queue.
 *
 * @param revision changes whenever the availability does; a claim that knows an older one is refused
 * @param order where the expert stands among all that are idle: smaller is longer idle
 * @param fields what the expert is available for; identity-service has said that all of them are verified
 * @param record what else counts for the expert
 * @param sandbox the one that a simulated expert is in; empty for real ones
 */
record IdleExpert(
        String account,
        String revision,
        long order,
        List<Field> fields,
        List<String> languages,
        Record record,
        String sandbox) {

    /**
     * What counts for an expert.
     *
     * @param idle since the availability began or the last match ended
     * @param taken how many matches there were in this availability
     * @param rating what learners have said so far
     */
    record Record(Duration idle, int taken, Rating rating) {}

    /** The narrowest of the expert's fields that covers this one. */
    Optional<Field> covering(Field field) {
        return fields.stream()
                .filter(own -> own.covers(field.code()))
                .max(Comparator.comparingInt(own -> own.code().length()));
    }
}
