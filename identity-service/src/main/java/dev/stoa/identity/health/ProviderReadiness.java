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

/**
 * Reports whether the OpenID Connect provider answers; an answer is good for a few seconds. An instance that has its keys is ready without
 * it, for those signed in go on; one that has never had them can check no token, and is not.
 */
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
    private volatile boolean hasItsKeys;

    ProviderReadiness(Provider provider) {
        this.answer = Uni.createFrom()
                .deferred(provider::answer)
                .map(answered -> answers())
                .onFailure()
                .recoverWithItem(this::isSilent)
                .memoize()
                .atLeast(GOOD_FOR);
    }

    private HealthCheckResponse answers() {
        hasItsKeys = true;
        if (known.getAndSet(State.ANSWERS) != State.ANSWERS) {
            LOG.info("The OpenID Connect provider answers");
        }
        return ready(true);
    }

    private HealthCheckResponse isSilent(Throwable failure) {
        if (known.getAndSet(State.SILENT) != State.SILENT) {
            LOG.warnf("The OpenID Connect provider does not answer: %s", failure);
        }
        return hasItsKeys ? ready(false) : Answer.down(NAME, failure);
    }

    private static HealthCheckResponse ready(boolean reachable) {
        return HealthCheckResponse.named(NAME)
                .up()
                .withData("reachable", reachable)
                .build();
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answer;
    }
}
