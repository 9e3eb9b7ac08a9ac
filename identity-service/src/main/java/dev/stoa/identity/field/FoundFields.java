package dev.stoa.identity.field;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer of a search, best match first. */
@Schema(
        description = "Fields, best match first",
        requiredProperties = {"items"})
record FoundFields(List<FoundField> items) {}
