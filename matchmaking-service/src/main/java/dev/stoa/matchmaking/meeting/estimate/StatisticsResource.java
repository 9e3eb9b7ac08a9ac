package dev.stoa.matchmaking.meeting.estimate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.meeting.estimate.FieldStatistics.Listing;
import dev.stoa.matchmaking.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How busy fields are, for everybody. */
@Path("/fields/statistics")
@PermitAll
@Tag(name = "Statistics", description = "For everybody; no token is needed")
@APIResponse(responseCode = "503", ref = "Unavailable")
class StatisticsResource {

    private static final int MOST = 50;
    private static final int LONGEST = MOST * 5;
    private static final String CODE = "[0-9]{2,4}";
    /** Half of the ten seconds that are promised: for the other half this instance keeps what it has read. */
    private static final String FRESHNESS = "public, max-age=5";

    private final Statistics statistics;
    private final ObjectMapper mapper;

    StatisticsResource(Statistics statistics, ObjectMapper mapper) {
        this.statistics = statistics;
        this.mapper = mapper;
    }

    @GET
    @Operation(
            operationId = "getFieldStatistics",
            summary = "See how busy fields are",
            description =
                    "Waiting tickets, experts and an estimate of the wait, for up to 50 fields. The answer may be up"
                            + " to ten seconds old; ask with `If-None-Match` to learn cheaply that nothing has changed.")
    @APIResponse(
            responseCode = "200",
            description = "The statistics.",
            headers = {
                @Header(name = "ETag", schema = @Schema(implementation = String.class)),
                @Header(name = "Cache-Control", schema = @Schema(implementation = String.class))
            },
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Listing.class),
                            examples = @ExampleObject(name = "one field", value = """
                                    {"items":[{"field":{"code":"0613","name":"Software and applications development and analysis"},
                                     "waiting":3,"available":0,"inCall":4,
                                     "estimate":{"kind":"interval","fromSeconds":60,"toSeconds":240}}]}""")))
    @APIResponse(responseCode = "304", description = "Nothing has changed.")
    @APIResponse(responseCode = "400", ref = "Invalid")
    public Uni<Response> statistics(
            @Parameter(
                            description = "Codes of up to 50 fields, separated by commas.",
                            required = true,
                            example = "0613,0541")
                    @QueryParam("fields")
                    @Nullable
                    String fields,
            @Parameter(hidden = true) @Context Request request) {
        return statistics.of(codes(fields)).map(items -> answer(new Listing(items), request));
    }

    private Response answer(Listing listing, Request request) {
        String body = json(listing);
        EntityTag tag = new EntityTag(
                UUID.nameUUIDFromBytes(body.getBytes(StandardCharsets.UTF_8)).toString());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null
                ? unchanged
                : Response.ok(body, MediaType.APPLICATION_JSON).tag(tag);
        return answer.header(HttpHeaders.CACHE_CONTROL, FRESHNESS).build();
    }

    private String json(Listing listing) {
        try {
            return mapper.writeValueAsString(listing);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> codes(@Nullable String fields) {
        if (fields == null || fields.length() > LONGEST) {
            throw wrong();
        }
        List<String> codes = Arrays.stream(fields.split(",", -1)).distinct().toList();
        if (codes.size() > MOST || !codes.stream().allMatch(code -> code.matches(CODE))) {
            throw wrong();
        }
        return codes;
    }

    private static RuntimeException wrong() {
        return Problems.invalidParameter(
                "fields", "must be 1 to 50 codes of fields, separated by commas, such as 0613,0541");
    }
}
