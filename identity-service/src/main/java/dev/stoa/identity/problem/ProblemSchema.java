package dev.stoa.identity.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of every error, for the API's description. */
@Schema(
        name = "Problem",
        description = "What went wrong (RFC 9457)",
        requiredProperties = {"type", "title", "status", "detail", "instance"})
public record ProblemSchema(
        @Schema(
                description = "Tells problems apart; stable",
                examples = "/problems/not-signed-in",
                format = "uri-reference")
        String type,

        @Schema(description = "The problem in a few words", examples = "Not signed in")
        String title,

        @Schema(description = "The HTTP status code", examples = "401")
        int status,

        @Schema(
                description = "What to do next",
                examples = "Send a valid access token with the audience stoa-api as a bearer token.")
        String detail,

        @Schema(description = "The path that was asked for", examples = "/api/identity/v1/me", format = "uri-reference")
        String instance) {}
