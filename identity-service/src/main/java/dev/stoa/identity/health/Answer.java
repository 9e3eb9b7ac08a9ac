package dev.stoa.identity.health;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Turns a question to something that this service needs into a health check. */
final class Answer {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Answer() {}

    /** Up if the question is answered within two seconds, else down with the reason. */
    static Uni<HealthCheckResponse> inTime(String name, Uni<?> question) {
        return question.ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(answer -> HealthCheckResponse.up(name))
                .onFailure()
                .recoverWithItem(failure -> down(name, failure));
    }

    static HealthCheckResponse down(String name, Throwable failure) {
        return HealthCheckResponse.named(name)
                .down()
                .withData("reason", String.valueOf(failure.getMessage()))
                .build();
    }
}
