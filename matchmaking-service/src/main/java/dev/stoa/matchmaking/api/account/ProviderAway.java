package dev.stoa.matchmaking.api.account;

import dev.stoa.matchmaking.problem.Problems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.oidc.OIDCException;
import jakarta.ws.rs.ext.Provider;

/** Requests that come before the OIDC provider could be asked for its keys. */
@Provider
public final class ProviderAway extends ExceptionMapperBase<OIDCException> {

    @Override
    protected HttpProblem toProblem(OIDCException exception) {
        return Problems.unavailable("Access tokens can't be verified right now; try again in a second.");
    }
}
