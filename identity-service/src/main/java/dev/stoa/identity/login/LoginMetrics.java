package dev.stoa.identity.login;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what happens to sign-ins and sessions. */
@ApplicationScoped
class LoginMetrics {

    private final MeterRegistry meters;

    LoginMetrics(MeterRegistry meters) {
        this.meters = meters;
    }

    void signedIn() {
        meters.counter("stoa.logins", "outcome", "signed-in").increment();
    }

    void notSignedIn(SignInFailure failure) {
        meters.counter("stoa.logins", "outcome", failure.wireName()).increment();
    }

    void loggedOut() {
        meters.counter("stoa.logouts").increment();
    }

    void refreshed(boolean granted) {
        meters.counter("stoa.session.refreshes", "outcome", granted ? "granted" : "refused")
                .increment();
    }

    void answered(boolean signedIn) {
        meters.counter("stoa.session.answers", "outcome", signedIn ? "signed-in" : "signed-out")
                .increment();
    }
}
