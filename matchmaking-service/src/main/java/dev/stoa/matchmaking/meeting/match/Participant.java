package dev.stoa.matchmaking.meeting.match;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The other participant, as far as they are shown. */
@Schema(
        description = "The other participant, as far as they are shown.",
        requiredProperties = {"displayName"})
public record Participant(@Schema(examples = "Ada") String displayName) {}
