package dev.stoa.matchmaking.records.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of favourites or blocks, newest first. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A page, newest first.",
        requiredProperties = {"items"})
record RelationPage(
        List<Relation> items,

        @Schema(
                description = "The `cursor` of the next page; left out on the last.",
                examples = "MTc3MjM1OTIzMDEyMy5yZWxfOXNEZjJHaEo0a0w2elg4Y1YwYk4xbQ")
        @Nullable
        String next) {}
