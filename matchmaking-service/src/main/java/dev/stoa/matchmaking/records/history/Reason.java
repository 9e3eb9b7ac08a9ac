package dev.stoa.matchmaking.records.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.stoa.matchmaking.meeting.match.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Why somebody gives so many stars. */
enum Reason {
    @JsonProperty("clear")
    CLEAR(Role.LEARNER),
    @JsonProperty("patient")
    PATIENT(Role.LEARNER),
    @JsonProperty("knowledgeable")
    KNOWLEDGEABLE(Role.LEARNER),
    @JsonProperty("friendly")
    FRIENDLY(Role.LEARNER, Role.EXPERT),
    @JsonProperty("unclear")
    UNCLEAR(Role.LEARNER),
    @JsonProperty("impatient")
    IMPATIENT(Role.LEARNER, Role.EXPERT),
    @JsonProperty("off-topic")
    OFF_TOPIC(Role.LEARNER, Role.EXPERT),
    @JsonProperty("technical-trouble")
    TECHNICAL_TROUBLE(Role.LEARNER, Role.EXPERT),
    @JsonProperty("prepared")
    PREPARED(Role.EXPERT),
    @JsonProperty("curious")
    CURIOUS(Role.EXPERT),
    @JsonProperty("unprepared")
    UNPREPARED(Role.EXPERT);

    private final Set<Role> roles;

    Reason(Role first, Role... more) {
        this.roles = EnumSet.of(first, more);
    }

    /** Who can give all of these reasons about the other one. */
    static Set<Role> of(List<Reason> reasons) {
        Set<Role> roles = EnumSet.allOf(Role.class);
        reasons.forEach(reason -> roles.retainAll(reason.roles));
        return roles;
    }

    /** As it is written down. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
