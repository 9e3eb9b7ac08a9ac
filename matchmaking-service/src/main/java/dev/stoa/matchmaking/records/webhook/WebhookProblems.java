package dev.stoa.matchmaking.records.webhook;

import dev.stoa.matchmaking.problem.Problems;

/** What can be wrong about webhooks. */
final class WebhookProblems {

    private WebhookProblems() {}

    /** 404. */
    static RuntimeException notFound() {
        return Problems.notFound("This integrator has no such webhook; GET /webhooks lists those that it has.");
    }

    /** 404. */
    static RuntimeException noDelivery() {
        return Problems.notFound(
                "This webhook has no such delivery, or it is not kept any more; GET /webhooks/{id}/deliveries lists them.");
    }

    /** 409. */
    static RuntimeException tooMany(int most) {
        return Problems.conflict(
                "too-many-webhooks", "Too many webhooks", "There can be " + most + ": delete one that is not needed.");
    }

    /** 409. */
    static RuntimeException disabled() {
        return Problems.conflict(
                "webhook-disabled", "The webhook is disabled", "Enable it first: PATCH it with `enabled` true.");
    }

    /** 400. */
    static RuntimeException badUrl() {
        return Problems.invalid(
                "url",
                "must be an https URL without user name, password or fragment, on port 443 or one from 1024 on, whose host"
                        + " has public addresses only");
    }

    /** 503: it is not known whether the URL may be called. */
    static RuntimeException noAnswerForName() {
        return Problems.unavailable(
                "The addresses of the URL's host could not be looked up in time; try again, and ask whoever runs its name"
                        + " server if that does not help.");
    }

    /** 503: too much at once; it is over soon. */
    static RuntimeException busy() {
        return Problems.unavailable("Too many webhooks are being tested right now; try again in a second.");
    }

    /** 501: the operator has not set a key for secrets. */
    static RuntimeException notSetUp() {
        return Problems.of(
                        501,
                        "webhooks-not-set-up",
                        "Webhooks are not set up",
                        "Ask the operator to set STOA_SEAL_KEY; until then watch GET /events.")
                .build();
    }
}
