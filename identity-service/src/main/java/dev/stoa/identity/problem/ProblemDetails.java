package dev.stoa.identity.problem;

import dev.stoa.identity.problem.InvalidInputSchema.ViolationSchema;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives every problem that the frameworks raise a type, a title and an advice of the {@link Problem} catalogue. */
@ApplicationScoped
class ProblemDetails implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(ProblemDetails.class);
    private static final int BEFORE_THE_DEFAULTS = 110;

    private final CurrentVertxRequest request;

    ProblemDetails(CurrentVertxRequest request) {
        this.request = request;
    }

    @Override
    public int priority() {
        return BEFORE_THE_DEFAULTS;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getStatusCode() < 400) {
            return problem;
        }
        var described = problem.getType() == null ? describe(problem, context) : problem;
        return HttpProblem.builder(described).withInstance(instance()).build();
    }

    private static HttpProblem describe(HttpProblem problem, ProblemContext context) {
        var kind = kindOf(problem, context.cause);
        if (kind.isEmpty()) {
            return problem;
        }
        log(kind.get(), context);
        var described = kind.get().asBuilder();
        problem.getHeaders().forEach(described::withHeader);
        extensions(problem).forEach(described::with);
        return described.build();
    }

    /** The path that was asked for; the library knows only its part below the application's path. */
    private @Nullable URI instance() {
        try {
            return new URI(null, null, request.getCurrent().normalizedPath(), null);
        } catch (URISyntaxException unusual) {
            return null;
        }
    }

    private static void log(Problem kind, ProblemContext context) {
        if (kind == Problem.INTERNAL_ERROR) {
            LOG.errorf(context.cause, "%s failed", context.path);
        } else if (kind == Problem.UNAVAILABLE) {
            LOG.warnf("%s is unavailable: %s", context.path, context.cause);
        }
    }

    private static Optional<Problem> kindOf(HttpProblem problem, Throwable cause) {
        if (problem.getParameters().containsKey("violations")) {
            return Optional.of(Problem.INVALID_INPUT);
        }
        if (cause instanceof IOException && "Request too large".equals(cause.getMessage())) {
            return Optional.of(Problem.BODY_TOO_LARGE);
        }
        if (problem.getStatusCode() >= 500 && Outage.isBehind(cause)) {
            return Optional.of(Problem.UNAVAILABLE);
        }
        return Problem.ofStatus(problem.getStatusCode());
    }

    private static Map<String, Object> extensions(HttpProblem problem) {
        return problem.getParameters().get("violations") instanceof List<?> violations
                ? Map.of(
                        "violations",
                        violations.stream()
                                .map(Violation.class::cast)
                                .map(ProblemDetails::readable)
                                .sorted(Comparator.comparing(ViolationSchema::field))
                                .toList())
                : Map.of();
    }

    /** The path of a violated list element without the validator's own words: {@code languages[0]}. */
    private static ViolationSchema readable(Violation violation) {
        return new ViolationSchema(violation.field.replace(".<list element>", ""), violation.in, violation.message);
    }
}
