package dev.stoa.matchmaking.meeting.availability;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.api.account.Who;
import dev.stoa.matchmaking.problem.Problems;
import dev.stoa.matchmaking.queue.Outcome;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The availabilities in the queue. */
@ApplicationScoped
class Availabilities {

    /** What an expert wants to be available for, and how. */
    record Wish(
            String displayName,
            List<Field> fields,
            List<String> languages,
            @Nullable Integer capacity,
            boolean doNotDisturb,
            boolean autoAccept) {}

    private static final String NO_SANDBOX = "";

    private final Steps steps;
    private final AvailabilityConfig config;
    private final ObjectMapper mapper;

    Availabilities(Steps steps, AvailabilityConfig config, ObjectMapper mapper) {
        this.steps = steps;
        this.config = config;
        this.mapper = mapper;
    }

    /**
     * Makes an account available, or changes what for; 409 while the account cools down, and when it has taken as many
     * matches as wished already. It ends with the session.
     */
    Uni<Availability> set(Who who, Wish wish) {
        return steps.take(
                        Step.SET_AVAILABILITY,
                        who.account(),
                        wish.displayName(),
                        json(wish.fields()),
                        json(wish.languages()),
                        config.lease().toMillis(),
                        wish.capacity() == null ? "" : wish.capacity(),
                        wish.doNotDisturb() ? "1" : "",
                        wish.autoAccept() ? "1" : "",
                        NO_SANDBOX,
                        who.session())
                .map(reply -> switch (reply.outcome()) {
                    case OK -> reply.as(Availability.class);
                    case COOLING -> throw Problems.coolingDown(Instant.parse(reply.text()));
                    case BANNED -> throw Problems.banned();
                    case CONFLICT -> throw full(reply.text());
                    default -> throw new IllegalStateException("Unexpected " + reply.outcome());
                });
    }

    private static RuntimeException full(String taken) {
        return Problems.conflict(
                "capacity-reached",
                "The capacity is reached",
                "This availability has taken " + taken + " matches already: choose a larger capacity, or end it with"
                        + " DELETE /availability and declare a new one.",
                "taken",
                taken);
    }

    /** Keeps it alive, from now on as that of this session; 404 when there is none. */
    Uni<Availability> renew(Who who) {
        return steps.take(Step.RENEW_AVAILABILITY, who.account(), config.lease().toMillis(), who.session())
                .map(reply -> {
                    if (reply.outcome() == Outcome.NOT_FOUND) {
                        throw Problems.notFound(
                                "not-available",
                                "Not available",
                                "There is no availability to renew (any more); declare it again with PUT /availability.");
                    }
                    return reply.as(Availability.class);
                });
    }

    /** The account's availability, {@link Availability#OFF} when there is none. */
    Uni<Availability> get(String account) {
        return steps.take(Step.GET_AVAILABILITY, account)
                .map(reply -> reply.outcome() == Outcome.NOT_FOUND ? Availability.OFF : reply.as(Availability.class));
    }

    /** Ends it, if there is one. */
    Uni<Void> end(String account) {
        return steps.take(Step.END_AVAILABILITY, account).replaceWithVoid();
    }

    private String json(List<?> values) {
        try {
            return mapper.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
