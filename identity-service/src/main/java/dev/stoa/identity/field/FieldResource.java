package dev.stoa.identity.field;

import dev.stoa.identity.problem.InvalidInputSchema;
import dev.stoa.identity.problem.Problem;
import dev.stoa.identity.problem.ProblemSchema;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** The classification for everybody, signed in or not. */
@Path("/fields")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Fields")
class FieldResource {

    private static final int AN_HOUR = 3600;

    private final FieldCatalogue catalogue;
    private final FieldSearch search;

    FieldResource(FieldCatalogue catalogue) {
        this.catalogue = catalogue;
        this.search = new FieldSearch(catalogue.all());
    }

    @GET
    @Cache(maxAge = AN_HOUR)
    @Operation(
            operationId = "findFields",
            summary = "Find fields of expertise",
            description =
                    "Matches the beginnings of words in names and everyday words, without regard to case and accents,"
                            + " best match first. Without `q`: all fields of the level (broad by default) in order.")
    @APIResponse(responseCode = "200", description = "The fields found, possibly none")
    @APIResponse(
            responseCode = "400",
            description = "`/problems/invalid-input`: `q`, `level` or `limit` is out of bounds",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = InvalidInputSchema.class)))
    public FoundFields find(
            @QueryParam("q")
                    @Size(max = 100, message = "at most 100 characters")
                    @Parameter(description = "What was typed, at most 100 characters", example = "alg")
                    @DefaultValue("")
                    String typed,
            @QueryParam("level")
                    @Pattern(regexp = "broad|narrow|detailed|", message = "broad, narrow or detailed")
                    @Parameter(
                            description = "Only fields of this level",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"broad", "narrow", "detailed"}))
                    @DefaultValue("")
                    String level,
            @QueryParam("limit")
                    @Pattern(regexp = "[1-9]|[1-4][0-9]|50", message = "a whole number from 1 to 50")
                    @Parameter(
                            description = "At most so many",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "50",
                                            defaultValue = "20"))
                    @DefaultValue("20")
                    String limit) {
        var most = Integer.parseInt(limit);
        if (typed.isBlank()) {
            var shown = level.isEmpty() ? Level.BROAD : levelOf(level);
            return found(catalogue.all().stream()
                    .filter(field -> field.level() == shown)
                    .limit(most)
                    .toList());
        }
        return found(search.find(typed, field -> level.isEmpty() || field.level() == levelOf(level), most));
    }

    @GET
    @Path("/{code}")
    @Cache(maxAge = AN_HOUR)
    @Operation(
            operationId = "getField",
            summary = "One field of expertise",
            description = "The field with the fields above and directly below it.")
    @APIResponse(responseCode = "200", description = "The field")
    @APIResponse(
            responseCode = "404",
            description = "`/problems/unknown-field`: the classification has no such code",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemSchema.class)))
    public FieldWithChildren get(
            @PathParam("code") @Parameter(description = "Two to four digits", example = "061") String code) {
        var field = catalogue.field(code).orElseThrow(FieldResource::unknown);
        return new FieldWithChildren(
                field.code(), field.name(), field.level(), catalogue.pathTo(field), catalogue.childrenOf(field));
    }

    private static HttpProblem unknown() {
        return Problem.UNKNOWN_FIELD.asException();
    }

    private static Level levelOf(String wireName) {
        return Level.valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    private FoundFields found(List<Field> fields) {
        return new FoundFields(fields.stream()
                .map(field -> new FoundField(field.code(), field.name(), field.level(), catalogue.pathTo(field)))
                .toList());
    }
}
