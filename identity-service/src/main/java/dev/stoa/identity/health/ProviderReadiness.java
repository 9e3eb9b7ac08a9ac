package dev.stoa.identity.health;

import dev.stoa.identity.login.Provider;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only while the OpenID Connect provider answers; an answer is good for a few seconds. */
@Readiness
@ApplicationScoped
class ProviderReadiness implements AsyncHealthCheck {

    private static final String NAME = "OpenID Connect provider";
    private static final Duration GOOD_FOR = Duration.ofSeconds(3);

    private final Uni<HealthCheckResponse> answer;

    ProviderReadiness(Provider provider) {
        this.answer = Uni.createFrom()
                .deferred(provider::answer)
                .map(answered -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(failure -> HealthCheckResponse.named(NAME)
                        .down()
                        .withData("reason", String.valueOf(failure.getMessage()))
                        .build())
                .memoize()
                .atLeast(GOOD_FOR);
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return answer;
    }
}
