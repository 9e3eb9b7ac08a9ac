package dev.stoa.identity.account;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field in which somebody helps. */
@Schema(
        description = "A field of expertise that an account offers",
        requiredProperties = {"code", "name", "verified"})
public record OfferedField(
        @Schema(description = "ISCED-F 2013 code: two to four digits", examples = "0613")
        String code,

        @Schema(
                description = "English name of the standard",
                examples = "Software and applications development and analysis")
        String name,

        @Schema(
                description = "Whether an administrator has checked that this person knows the field; only then can"
                        + " she become available for it",
                examples = "true")
        boolean verified) {}
