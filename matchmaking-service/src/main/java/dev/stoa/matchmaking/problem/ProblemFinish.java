package dev.stoa.matchmaking.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Gives every problem a type and a detail that says what to do next, also those that the framework answers with. */
@ApplicationScoped
class ProblemFinish implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger(ProblemFinish.class);

    private final String root;

    ProblemFinish(@ConfigProperty(name = "quarkus.rest.path") String root) {
        this.root = root;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        int status = problem.getStatusCode();
        if (status == 500) {
            LOG.error("Unexpected failure at " + context.path, context.cause);
        }
        boolean ours = problem.getType() != null && problem.getDetail() != null;
        String title = Objects.requireNonNullElse(problem.getTitle(), "Problem");
        return HttpProblem.builder(problem)
                .withType(ours ? problem.getType() : Problems.type(title))
                .withTitle(title)
                .withDetail(ours ? problem.getDetail() : advice(status))
                .withInstance(instance(context.path))
                .build();
    }

    private URI instance(String path) {
        try {
            return new URI(null, null, root + path, null);
        } catch (URISyntaxException e) {
            return URI.create(root);
        }
    }

    /** Replaces whatever the framework says: its words can carry class names. */
    static String advice(int status) {
        return switch (status) {
            case 400 -> "Correct the request: its body has to be JSON as the OpenAPI document describes it.";
            case 401 -> "Send a valid access token as 'Authorization: Bearer …'; get a new one if it has expired.";
            case 403 -> "This account may not do this.";
            case 404 -> "There is nothing here; check the path.";
            case 405 -> "Use a method that the OpenAPI document lists for this path.";
            case 406 -> "Accept application/json, or text/event-stream for events.";
            case 411 -> "Send the body with a Content-Length: 16 KiB at most.";
            case 413 -> "Send a smaller body: 16 KiB at most.";
            case 415 -> "Send the body as application/json.";
            case 503 -> "Try again in a second.";
            default -> status < 500 ? "Correct the request and send it again." : "Try again later.";
        };
    }
}
