package dev.stoa.identity.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Answers those who are not signed in: browsers are led to the provider, all others get a problem. It stands in for the
 * mappers of resteasy-problem, whose 3.21.0 was built against an older form of {@link ChallengeData}.
 */
public final class Challenge {

    private static final int BEFORE_RESTEASY_PROBLEM = Priorities.USER - 2;

    @ServerExceptionMapper(value = UnauthorizedException.class, priority = BEFORE_RESTEASY_PROBLEM)
    public Uni<Response> missing(RoutingContext context, UnauthorizedException failure) {
        return answer(context, failure);
    }

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_RESTEASY_PROBLEM)
    public Uni<Response> refused(RoutingContext context, AuthenticationFailedException failure) {
        return answer(context, failure);
    }

    /** The answer to somebody whose sign-in is missing or bad. Fails if the provider is needed for it and away. */
    public static Uni<Response> answer(RoutingContext context, Exception failure) {
        if (Outage.isBehind(failure)) {
            return Uni.createFrom().item(problem(Problem.UNAVAILABLE, context, failure, new ChallengeData(503)));
        }
        HttpAuthenticator authenticator = Objects.requireNonNull(context.get(HttpAuthenticator.class.getName()));
        return authenticator
                .getChallenge(context)
                .map(challenge -> challenge.status < 400
                        ? redirect(challenge)
                        : problem(Problem.NOT_SIGNED_IN, context, failure, challenge));
    }

    private static Response redirect(ChallengeData challenge) {
        var response = Response.status(challenge.status).header("Cache-Control", "no-store");
        challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
        return response.build();
    }

    private static Response problem(Problem kind, RoutingContext context, Exception failure, ChallengeData challenge) {
        var problem = kind.asBuilder();
        challenge.getHeaders().forEach((name, value) -> problem.withHeader(name.toString(), value));
        return ExceptionMapperBase.postProcessorsRegistry
                .applyPostProcessing(problem.build(), ProblemContext.of(failure, context.normalizedPath()))
                .toResponse();
    }
}
