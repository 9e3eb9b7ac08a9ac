package dev.stoa.matchmaking.api.account;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of identity-service's REST API that is needed here. */
@RegisterRestClient(configKey = "identity")
@Path("/api/identity/v1")
interface IdentityApi {

    @GET
    @Path("/me")
    Uni<Account> me(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);

    @GET
    @Path("/fields/{code}")
    Uni<Field> field(String code);
}
