package dev.stoa.matchmaking.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What problems look like on the wire; it is there for the OpenAPI document only. */
@Schema(
        name = "Problem",
        description = "What is wrong, and what to do next (RFC 9457). Some types carry more fields.",
        requiredProperties = {"type", "status", "title", "detail", "instance"})
public record Problem(
        @Schema(description = "Stable name of the kind of problem.", examples = "/problems/not-found")
        String type,

        @Schema(examples = "404") int status,
        @Schema(examples = "Not found") String title,

        @Schema(
                description = "What to do next.",
                examples =
                        "This account has no such ticket; GET /standing shows what is open, and GET /tickets what an integrator"
                                + " has asked for.")
        String detail,

        @Schema(description = "Path of the request.", examples = "/api/matchmaking/v1/tickets/x")
        String instance) {

    /** A problem that names the fields of the request that are wrong. */
    @Schema(
            name = "ValidationProblem",
            description = "What is wrong with the request, field by field.",
            requiredProperties = {"type", "status", "title", "detail", "instance"})
    public record Validation(
            @Schema(examples = "/problems/bad-request") String type,
            @Schema(examples = "400") int status,
            @Schema(examples = "Bad Request") String title,

            @Schema(examples = "Correct the request: its body has to be JSON as the OpenAPI document describes it.")
            String detail,

            @Schema(examples = "/api/matchmaking/v1/tickets")
            String instance,

            @Schema(description = "Left out when the body is no JSON at all.")
            List<Violation> violations) {}

    /** One field that is wrong. */
    @Schema(
            name = "FieldViolation",
            description = "One field that is wrong, and why.",
            requiredProperties = {"field", "in", "message"})
    public record Violation(
            @Schema(examples = "problem") String field,
            @Schema(examples = "body") String in,
            @Schema(examples = "must not be blank") String message) {}
}
