package dev.stoa.identity.field;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A field with the fields above and directly below it. */
@Schema(
        description = "A field of expertise with its neighbours in the classification",
        requiredProperties = {"code", "name", "level", "path", "children"})
record FieldWithChildren(
        @Schema(description = "ISCED-F 2013 code", examples = "061")
        String code,

        @Schema(
                description = "English name of the standard",
                examples = "Information and Communication Technologies (ICTs)")
        String name,

        Level level,

        @Schema(description = "The fields above, broadest first")
        List<NamedField> path,

        @Schema(description = "The fields directly below") List<NamedField> children) {}
