package dev.stoa.identity.problem;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of an answer to bad input, for the API's description. */
@Schema(
        name = "InvalidInput",
        description = "What is wrong with the input (RFC 9457)",
        requiredProperties = {"type", "title", "status", "detail", "instance"})
public record InvalidInputSchema(
        @Schema(
                description = "`/problems/invalid-input` or `/problems/malformed-body`",
                examples = "/problems/invalid-input",
                format = "uri-reference")
        String type,

        @Schema(description = "The problem in a few words", examples = "Invalid input")
        String title,

        @Schema(description = "The HTTP status code", examples = "400")
        int status,

        @Schema(
                description = "What to do next",
                examples = "Correct the fields named in \"violations\" and send the request again.")
        String detail,

        @Schema(description = "The path that was asked for", examples = "/api/identity/v1/me", format = "uri-reference")
        String instance,

        @Schema(description = "Every field that is out of bounds; only of invalid input")
        List<ViolationSchema> violations,

        @Schema(description = "The field of another shape; only of a malformed body", examples = "languages[0]")
        String field) {

    /** One field that is out of bounds. */
    @Schema(
            name = "Violation",
            requiredProperties = {"field", "in", "message"})
    public record ViolationSchema(
            @Schema(description = "The field", examples = "languages[0]")
            String field,

            @Schema(
                    description = "Where it is",
                    enumeration = {"query", "path", "header", "body"},
                    examples = "body")
            String in,

            @Schema(
                    description = "What it has to be",
                    examples = "a two-letter ISO 639-1 code in lower case, such as en")
            String message) {}
}
