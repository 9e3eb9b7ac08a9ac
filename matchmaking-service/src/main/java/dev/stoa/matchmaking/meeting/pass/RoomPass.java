package dev.stoa.matchmaking.meeting.pass;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The right to enter a room, as a page gets it. */
@Schema(
        description = "The signed, short-lived right to enter a room.",
        requiredProperties = {"pass", "expiresAt", "socketPath"})
public record RoomPass(
        @Schema(
                description = "A signed JWT; opaque to the page.",
                examples = "eyJhbGciOiJFUzI1NiIsInR5cCI6InN0b2Etcm9vbS1wYXNzK2p3dCJ9.e30.c2ln")
        String pass,

        Instant expiresAt,
        @Schema(examples = "/api/signaling/v1/socket") String socketPath) {}
