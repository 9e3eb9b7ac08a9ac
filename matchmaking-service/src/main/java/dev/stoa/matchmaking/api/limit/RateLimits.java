package dev.stoa.matchmaking.api.limit;

import dev.stoa.matchmaking.api.account.Who;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Counts requests: those of an integrator in Redis, exactly, whichever instances they go to; those of an account in the
 * memory of the instance, because there are many accounts and asking Redis would cost as much as what they ask for.
 */
@ApplicationScoped
class RateLimits {

    /** What a caller may do, and how much of that is left. */
    record Count(Quota quota, Verdict verdict) {}

    private final SharedBuckets integrators;
    private final LimitConfig config;
    private final MeterRegistry registry;
    private final Buckets accounts = new Buckets(System::nanoTime);

    RateLimits(SharedBuckets integrators, LimitConfig config, MeterRegistry registry) {
        this.integrators = integrators;
        this.config = config;
        this.registry = registry;
    }

    /** Counts one request; nothing when requests of such callers are not counted. */
    Uni<Optional<Count>> count(Who who) {
        return switch (who) {
            case Who.Integrator integrator -> ofIntegrator(integrator.account());
            case Who.Person person -> ofAccount(person.account());
            case Who.Guest guest -> ofAccount(guest.account());
        };
    }

    private Uni<Optional<Count>> ofAccount(String account) {
        if (config.accountRequests() <= 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        Quota quota = new Quota(config.accountRequests(), config.accountWindow());
        return Uni.createFrom().item(Optional.of(counted(quota, accounts.take(account, quota), "account")));
    }

    private Uni<Optional<Count>> ofIntegrator(String account) {
        if (config.integratorRequests() <= 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        Quota quota = new Quota(config.integratorRequests(), config.integratorWindow());
        return integrators.take(account, quota).map(verdict -> Optional.of(counted(quota, verdict, "integrator")));
    }

    private Count counted(Quota quota, Verdict verdict, String caller) {
        if (!verdict.allowed()) {
            registry.counter("stoa.requests.limited", "caller", caller).increment();
        }
        return new Count(quota, verdict);
    }
}
