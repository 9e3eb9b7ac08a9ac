package dev.stoa.matchmaking.records.history;

import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.page.Cursor;
import dev.stoa.matchmaking.api.page.Limit;
import dev.stoa.matchmaking.records.history.Relation.Kind;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's history, favourites and blocks over HTTP. */
@Path("/")
@Authenticated
@Tag(name = "History", description = "For both participants, after the call")
@SecurityRequirement(name = "account")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "503", ref = "Unavailable")
class HistoryResource {

    private static final String LIMIT = "How many items a page has at most, 1 to 100.";
    private static final String CURSOR = "The `next` of the page before; left out for the first.";

    private final PastMatches matches;
    private final Relations relations;
    private final Caller caller;

    HistoryResource(PastMatches matches, Relations relations, Caller caller) {
        this.matches = matches;
        this.relations = relations;
        this.caller = caller;
    }

    @GET
    @Path("/history")
    @Operation(
            operationId = "listHistory",
            summary = "See one's past matches",
            description = "Newest first. They are kept for 400 days, unless the operator says otherwise.")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = HistoryPage.class),
                            examples = @ExampleObject(name = "one call", value = """
                                    {"items":[{"match":{"id":"mch_7hQpWn3cYd5Kx1vBtRz8Lm","role":"learner",
                                     "peer":{"displayName":"Bob"},
                                     "field":{"code":"0613","name":"Software and applications development and analysis"},
                                     "problem":"My recursive function never ends.","because":["Both speak English"],
                                     "startedAt":"2026-03-01T10:15:30.123Z","state":"completed",
                                     "endedAt":"2026-03-01T10:40:00.000Z","reason":"left"},
                                     "rating":{"stars":5,"reasons":["clear","patient"],"words":"Now it ends."},
                                     "thanked":true,"thanksReceived":false,"favourite":true,"blocked":false,
                                     "rateUntil":"2026-03-02T10:40:00.000Z"}]}""")))
    @APIResponse(responseCode = "400", ref = "Invalid")
    public Uni<HistoryPage> history(
            @Parameter(
                            description = LIMIT,
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return matches.page(caller.account(), Cursor.read(cursor), Limit.read(limit));
    }

    @GET
    @Path("/favourites")
    @Operation(operationId = "listFavourites", summary = "See one's favourite experts")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RelationPage.class)))
    @APIResponse(responseCode = "400", ref = "Invalid")
    public Uni<RelationPage> favourites(
            @Parameter(
                            description = LIMIT,
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return relations.page(caller.account(), Kind.FAVOURITE, Cursor.read(cursor), Limit.read(limit));
    }

    @DELETE
    @Path("/favourites/{id}")
    @Operation(operationId = "deleteFavourite", summary = "End a favourite")
    @APIResponse(responseCode = "204", description = "It is no favourite any more.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Void> endFavourite(
            @Parameter(description = "Id of the favourite.", example = "rel_2mQ8vXc5Tn1Lw7Kz4Rb9Ys") String id) {
        return relations.end(id, caller.account(), Kind.FAVOURITE);
    }

    @GET
    @Path("/blocks")
    @Operation(operationId = "listBlocks", summary = "See whom one has blocked")
    @APIResponse(
            responseCode = "200",
            description = "A page.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RelationPage.class)))
    @APIResponse(responseCode = "400", ref = "Invalid")
    public Uni<RelationPage> blocks(
            @Parameter(
                            description = LIMIT,
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "100",
                                            defaultValue = "20"))
                    @QueryParam("limit")
                    @Nullable
                    String limit,
            @Parameter(description = CURSOR) @QueryParam("cursor") @Nullable String cursor) {
        return relations.page(caller.account(), Kind.BLOCK, Cursor.read(cursor), Limit.read(limit));
    }

    @DELETE
    @Path("/blocks/{id}")
    @Operation(
            operationId = "deleteBlock",
            summary = "Take a block back",
            description = "The two can be matched again, unless the other one has blocked as well.")
    @APIResponse(responseCode = "204", description = "It is blocked no more.")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Uni<Void> endBlock(
            @Parameter(description = "Id of the block.", example = "rel_2mQ8vXc5Tn1Lw7Kz4Rb9Ys") String id) {
        return relations.end(id, caller.account(), Kind.BLOCK);
    }
}
