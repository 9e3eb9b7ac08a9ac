package dev.stoa.identity.login;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Where the provider tells that sessions have ended there: OpenID Connect Back-Channel Logout 1.0, section 2.5. */
@Path("/backchannel-logout")
class BackchannelLogoutResource {

    private final ProviderLogouts logouts;

    BackchannelLogoutResource(ProviderLogouts logouts) {
        this.logouts = logouts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ResponseStatus(200)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(hidden = true)
    public Uni<Void> end(@FormParam("logout_token") @Nullable String token) {
        return logouts.take(token);
    }
}
