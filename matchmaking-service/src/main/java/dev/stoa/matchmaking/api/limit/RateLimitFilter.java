package dev.stoa.matchmaking.api.limit;

import dev.stoa.matchmaking.api.account.Caller;
import dev.stoa.matchmaking.api.account.Gate;
import dev.stoa.matchmaking.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Tells callers how much they may ask for (draft-ietf-httpapi-ratelimit-headers), and refuses what is more. */
final class RateLimitFilter {

    private static final int AFTER_AUTHORIZATION = Priorities.AUTHORIZATION + 100;

    private final RateLimits limits;
    private final Caller caller;

    RateLimitFilter(RateLimits limits, Caller caller) {
        this.limits = limits;
        this.caller = caller;
    }

    /** Fails with a 429 problem when the caller's bucket is empty. */
    @ServerRequestFilter(priority = AFTER_AUTHORIZATION)
    public Uni<Void> count(ResourceInfo endpoint, HttpServerResponse response) {
        if (!Gate.guards(endpoint)) {
            return Uni.createFrom().voidItem();
        }
        return limits.count(caller.who())
                .invoke(counted -> counted.ifPresent(count -> {
                    response.putHeader("RateLimit-Policy", count.quota().policy());
                    response.putHeader("RateLimit", count.verdict().state());
                    if (!count.verdict().allowed()) {
                        throw tooMany(count.verdict());
                    }
                }))
                .replaceWithVoid();
    }

    private static RuntimeException tooMany(Verdict verdict) {
        return Problems.of(
                        429,
                        "quota-exceeded",
                        "Too many requests",
                        "Wait for Retry-After seconds; RateLimit says how many requests are left. Watch GET /events"
                                + " instead of polling.")
                .with("violated-policies", List.of("default"))
                .withHeader(HttpHeaders.RETRY_AFTER, verdict.retrySeconds())
                .build();
    }
}
