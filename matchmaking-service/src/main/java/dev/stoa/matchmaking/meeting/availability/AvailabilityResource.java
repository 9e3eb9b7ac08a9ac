package dev.stoa.matchmaking.meeting.availability;

import dev.stoa.matchmaking.api.account.Account;
import dev.stoa.matchmaking.api.account.Accounts;
import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Field;
import dev.stoa.matchmaking.meeting.availability.Availabilities.Wish;
import dev.stoa.matchmaking.problem.Problem;
import dev.stoa.matchmaking.problem.Problems;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's availability over HTTP. */
@Path("/availability")
@Authenticated
@Tag(name = "Availability", description = "For experts")
@SecurityRequirement(name = "account")
@APIResponse(responseCode = "401", ref = "Unauthorized")
@APIResponse(responseCode = "503", ref = "Unavailable")
class AvailabilityResource {

    private final Availabilities availabilities;
    private final Accounts accounts;
    private final Caller caller;

    AvailabilityResource(Availabilities availabilities, Accounts accounts, Caller caller) {
        this.availabilities = availabilities;
        this.accounts = accounts;
        this.caller = caller;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setAvailability",
            summary = "Become available, or change what for",
            description = "Starts a lease. Renew it before `leaseUntil`, for instance at every `ping` of the event"
                    + " stream, else the availability ends; also during an offer and a call.")
    @APIResponse(
            responseCode = "200",
            description = "The availability.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Availability.class)))
    @APIResponse(responseCode = "400", ref = "Invalid")
    @APIResponse(
            responseCode = "403",
            description =
                    "`/problems/field-not-offered`: the account does not offer help with one of the fields;"
                            + " `/problems/field-not-verified`: it does, but nobody has verified that yet. `fields` names them.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "`/problems/cooling-down`: the account has left somebody waiting and can come back at `until`;"
                            + " `/problems/capacity-reached`: the availability has taken `taken` matches already.",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Uni<Availability> set(@NotNull @Valid AvailabilityRequest request) {
        List<String> codes = request.fields().stream().distinct().toList();
        return accounts.of(caller).flatMap(account -> {
            requireOffered(account, codes);
            requireVerified(account, codes);
            return Uni.join()
                    .all(codes.stream().map(accounts::field).toList())
                    .andFailFast()
                    .flatMap(fields -> availabilities.set(caller.who(), wish(request, account, fields)));
        });
    }

    private static Wish wish(AvailabilityRequest request, Account account, List<Field> fields) {
        List<String> languages = request.languages() == null ? account.languages() : request.languages();
        return new Wish(
                account.displayName(),
                fields,
                languages.stream().distinct().toList(),
                request.capacity(),
                Boolean.TRUE.equals(request.doNotDisturb()),
                Boolean.TRUE.equals(request.autoAccept()));
    }

    private static void requireOffered(Account account, List<String> codes) {
        List<String> others =
                codes.stream().filter(code -> !account.offers(code)).toList();
        if (!others.isEmpty()) {
            throw Problems.forbidden(
                    "field-not-offered",
                    "Field not offered",
                    "The account does not offer help with field " + String.join(", ", others)
                            + "; add it with PUT /api/identity/v1/me first.",
                    "fields",
                    others);
        }
    }

    private static void requireVerified(Account account, List<String> codes) {
        List<String> others =
                codes.stream().filter(code -> !account.mayHelpWith(code)).toList();
        if (!others.isEmpty()) {
            throw Problems.forbidden(
                    "field-not-verified",
                    "Field not verified",
                    "Nobody has verified yet that the account knows field " + String.join(", ", others)
                            + "; an administrator has to do that first.",
                    "fields",
                    others);
        }
    }

    @GET
    @Operation(operationId = "getAvailability", summary = "See one's availability")
    @APIResponse(
            responseCode = "200",
            description = "The availability; its state is `off` when there is none.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Availability.class)))
    public Uni<Availability> get() {
        return availabilities.get(caller.account());
    }

    @POST
    @Path("/renew")
    @Operation(operationId = "renewAvailability", summary = "Renew the lease")
    @APIResponse(
            responseCode = "200",
            description = "The availability with its new lease.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Availability.class)))
    @APIResponse(
            responseCode = "404",
            description = "`/problems/not-available`: there is no availability to renew (any more).",
            content =
                    @Content(mediaType = "application/problem+json", schema = @Schema(implementation = Problem.class)))
    public Uni<Availability> renew() {
        return availabilities.renew(caller.who());
    }

    @DELETE
    @Operation(
            operationId = "endAvailability",
            summary = "Stop being available",
            description = "An open offer goes back to the queue. A running match goes on.")
    @APIResponse(responseCode = "204", description = "The account is not available.")
    public Uni<Void> end() {
        return availabilities.end(caller.account());
    }
}
