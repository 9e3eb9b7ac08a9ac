package dev.stoa.identity.field;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field by code and name, as other answers carry it. */
@Schema(
        description = "A field of expertise by code and name",
        requiredProperties = {"code", "name"})
public record NamedField(
        @Schema(description = "ISCED-F 2013 code: two to four digits", examples = "0613")
        String code,

        @Schema(
                description = "English name of the standard",
                examples = "Software and applications development and analysis")
        String name) {}
