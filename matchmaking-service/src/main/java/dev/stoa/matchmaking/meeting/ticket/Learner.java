package dev.stoa.matchmaking.meeting.ticket;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The integrator's user whom a ticket is for. */
@Schema(
        description = "The integrator's user whom the ticket is for.",
        requiredProperties = {"externalId", "displayName"})
public record Learner(
        @Schema(examples = "student-4711") String externalId,
        @Schema(examples = "Ada") String displayName) {}
