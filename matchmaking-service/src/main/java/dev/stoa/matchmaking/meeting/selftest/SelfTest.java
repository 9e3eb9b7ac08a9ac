package dev.stoa.matchmaking.meeting.selftest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A self-test that has begun. */
@Schema(
        description = "A self-test: a ticket in the sandbox that an administrator's page takes through its whole life.",
        requiredProperties = {"id", "ticketId", "token", "expiresAt", "at"})
record SelfTest(
        @Schema(examples = "slf_6hQpWn3cYd5Kx1vBtRz8Lm", pattern = "slf_[0-9A-Za-z]{22}")
        String id,

        @Schema(
                description = "The ticket, for which a simulated expert comes within seconds.",
                examples = "tkt_4fRkVGhX0a7Wc2mTqLs9Zb",
                pattern = "tkt_[0-9A-Za-z]{22}")
        String ticketId,

        @Schema(
                description = "The bearer token of the ticket's learner, whom the page plays.",
                examples = "eyJhbGciOiJFUzI1NiIsInR5cCI6InN0b2Etam9pbitqd3QifQ.e30.c2ln")
        String token,

        @Schema(description = "Until when the token is good.")
        Instant expiresAt,

        @Schema(description = "What time it is by the clock of the instance.")
        Instant at) {}
