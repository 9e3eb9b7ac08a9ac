package dev.stoa.matchmaking.meeting.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.meeting.estimate.Estimate;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A learner's wish for help, as the learner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A learner's wish for help.",
        requiredProperties = {"id", "state", "revision", "field", "languages", "problem", "createdAt"})
public record Ticket(
        @Schema(examples = "tkt_4fRkVGhX0a7Wc2mTqLs9Zb", pattern = "tkt_[0-9A-Za-z]{22}")
        String id,

        TicketState state,

        @Schema(description = "Raised by every change of the ticket; the `ETag` is made of it.", examples = "4")
        long revision,

        Field field,

        @Schema(description = "Languages the learner can be helped in (ISO 639-1).", examples = "[\"en\"]")
        List<String> languages,

        @Schema(examples = "My recursive function never ends.")
        String problem,

        Instant createdAt,

        @Schema(
                description = "Place among the waiting tickets of the same field, 1 is next; only while queued,"
                        + " offered or paused. It never moves backwards.",
                examples = "3",
                minimum = "1")
        @Nullable
        Integer place,

        @Schema(description = "How long it may still take; only while queued, offered or paused.") @Nullable
        Estimate estimate,

        @Schema(description = "The ready check; only while offered.") @Nullable
        ReadyCheck readyCheck,

        @Schema(description = "The pause; only while paused.") @Nullable
        Pause pause,

        @Schema(description = "Why it is over; only once cancelled, expired or failed.") @Nullable
        TicketReason reason,

        @Schema(description = "Until when it can be reopened; only while failed, and not a second time.") @Nullable
        Instant reopenUntil,

        @Schema(
                description = "The match it became; only once matched.",
                examples = "mch_7hQpWn3cYd5Kx1vBtRz8Lm",
                pattern = "mch_[0-9A-Za-z]{22}")
        @Nullable
        String matchId,

        @Schema(description = "`true` for a ticket in the sandbox; else left out.") @Nullable
        Boolean sandbox,

        @Schema(description = "Whom it is for; only for the integrator that has asked.") @Nullable
        Learner learner,

        @Schema(
                description =
                        "Opens the call for that user, who needs no account: show it in a page, or send it. Whoever"
                                + " has it is that user. Only in the answer to the integrator that has asked.",
                examples = "https://stoa.example/join#eyJhbGciOiJFUzI1NiIsInR5cCI6InN0b2Etam9pbitqd3QifQ.e30.c2ln")
        @Nullable
        URI joinLink) {

    /** The same with a link by which its learner gets in. */
    Ticket with(URI link) {
        return new Ticket(
                id,
                state,
                revision,
                field,
                languages,
                problem,
                createdAt,
                place,
                estimate,
                readyCheck,
                pause,
                reason,
                reopenUntil,
                matchId,
                sandbox,
                learner,
                link);
    }
}
