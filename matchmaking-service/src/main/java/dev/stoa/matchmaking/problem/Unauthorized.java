package dev.stoa.matchmaking.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/**
 * Requests without a valid access token. The problem library's own mappers for them don't link with this version of
 * Quarkus (its ChallengeData has changed), so these come first.
 */
final class Unauthorized {

    private static final int BEFORE_THE_LIBRARY = 1;

    private Unauthorized() {}

    /** No token at all. */
    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    public static final class Missing extends ExceptionMapperBase<UnauthorizedException> {

        @Override
        protected HttpProblem toProblem(UnauthorizedException exception) {
            return problem("Bearer");
        }
    }

    /** A token that is not, or no longer, valid here. */
    @Provider
    @Priority(BEFORE_THE_LIBRARY)
    public static final class Refused extends ExceptionMapperBase<AuthenticationFailedException> {

        @Override
        protected HttpProblem toProblem(AuthenticationFailedException exception) {
            return problem("Bearer error=\"invalid_token\"");
        }
    }

    private static HttpProblem problem(String challenge) {
        return HttpProblem.builder()
                .withStatus(Status.UNAUTHORIZED)
                .withTitle("Unauthorized")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
