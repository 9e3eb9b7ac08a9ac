package dev.stoa.identity.health;

import dev.stoa.identity.login.Provider;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Ready only while the OpenID Connect provider answers; an answer is good for a few seconds. */
@Readiness
@ApplicationScoped
class ProviderReadiness implements AsyncHealthCheck {

    private static final Logger LOG = Logger.getLogger(ProviderReadiness.class);
    private static final String NAME = "OpenID Connect provider";
    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    private enum State {
        UNKNOWN,
        ANSWERS,
        SILENT
    }

    private final AtomicReference<State> known = new AtomicReference<>(State.UNKNOWN);
    private final Uni<HealthCheckResponse> answer;

    ProviderReadiness(Provider provider) {
        this.answer = Uni.createFrom()
                .deferred(provider::answer)
                .map(answered -> up())
                .onFailure()
                .recoverWithItem(this::down)
                .memoize()
                .atLeast(GOOD_FOR);
    }

    private HealthCheckResponse up() {
        if (known.getAndSet(State.ANSWERS) != State.ANSWERS) {
            LOG.info("The OpenID Connect provider answers");
        }
        return HealthCheckResponse.up(NAME);
    }

    private HealthCheckResponse down(Throwable failure) {
        if (known.getAndSet(State.SILENT) != State.SILENT) {
            LOG.warnf("The OpenID Connect provider does not answer: %s", failure);
        }
        return Answer.down(NAME, failure);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answer;
    }
}
