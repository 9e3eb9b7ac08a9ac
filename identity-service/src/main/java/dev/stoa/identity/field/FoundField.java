package dev.stoa.identity.field;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field with the fields above it. */
@Schema(
        description = "A field of expertise with the fields above it",
        requiredProperties = {"code", "name", "level", "path"})
record FoundField(
        @Schema(description = "ISCED-F 2013 code", examples = "0541")
        String code,

        @Schema(description = "English name of the standard", examples = "Mathematics")
        String name,

        Level level,

        @Schema(description = "The fields above, broadest first")
        List<NamedField> path) {}
