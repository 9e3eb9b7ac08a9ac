package dev.stoa.matchmaking.api.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A field of expertise of ISCED-F 2013.
 *
 * @param code 2 to 4 digits; a code covers every code that starts with it
 */
@Schema(
        description = "A field of expertise of ISCED-F 2013; a code covers every code that starts with it.",
        requiredProperties = {"code", "name"})
public record Field(
        @Schema(examples = "0613") String code,

        @Schema(examples = "Software and applications development and analysis")
        String name) {

    /** Whether this field is the one of that code or lies above it. */
    public boolean covers(String otherCode) {
        return otherCode.startsWith(code);
    }
}
