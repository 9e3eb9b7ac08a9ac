package dev.stoa.matchmaking.api.account;

import dev.stoa.matchmaking.problem.Problems;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets callers only into endpoints that are meant for their kind. */
public final class Gate {

    private final Caller caller;
    private final Bans bans;
    private final SignOuts signOuts;

    Gate(Caller caller, Bans bans, SignOuts signOuts) {
        this.caller = caller;
        this.bans = bans;
        this.signOuts = signOuts;
    }

    /**
     * Fails with a 403 problem where the caller has no business, or is banned, and with 401 when the caller has signed out, or
     * has deleted the account.
     */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void check(ResourceInfo endpoint) {
        if (!guards(endpoint)) {
            return;
        }
        Admits admits = find(endpoint, Admits.class);
        switch (caller.who()) {
            case Who.Person person -> {
                signOuts.check(person);
                require(admits == null || admits.people(), "integrators");
                requireRole(person, admits);
                bans.check(person.account());
            }
            case Who.Guest guest -> require(admits != null && admits.guests(), "people with an account");
            case Who.Integrator integrator -> {
                Scope[] needed = admits == null ? new Scope[0] : admits.scope();
                require(needed.length > 0, "people");
                requireScopes(integrator, needed);
            }
        }
    }

    /** Whether the endpoint needs a token, so that there is a caller. */
    public static boolean guards(ResourceInfo endpoint) {
        return find(endpoint, Authenticated.class) != null || find(endpoint, RolesAllowed.class) != null;
    }

    private static void require(boolean admitted, String others) {
        if (!admitted) {
            throw Problems.forbidden(
                    "not-for-this-caller",
                    "Not for this caller",
                    "This is for " + others + "; the OpenAPI document says which security scheme it takes.");
        }
    }

    private static void requireRole(Who.Person person, @Nullable Admits admits) {
        if (admits != null && admits.administratorsOnly() && !person.administrator()) {
            throw Problems.forbidden(
                    "administrators-only",
                    "For administrators only",
                    "Only administrators may do this: accounts with the provider's realm role \"administrator\".");
        }
    }

    private static void requireScopes(Who.Integrator integrator, Scope[] needed) {
        for (Scope scope : needed) {
            if (!allows(integrator, scope)) {
                throw Problems.insufficientScope(scope.word());
            }
        }
    }

    /** Who may only practise may do so with tickets of its own; that they are in the sandbox is seen to where they are made. */
    private static boolean allows(Who.Integrator integrator, Scope scope) {
        return integrator.scopes().contains(scope)
                || scope == Scope.TICKETS && integrator.scopes().contains(Scope.SANDBOX);
    }

    private static <A extends Annotation> @Nullable A find(ResourceInfo endpoint, Class<A> kind) {
        A onMethod = endpoint.getResourceMethod().getAnnotation(kind);
        return onMethod == null ? endpoint.getResourceClass().getAnnotation(kind) : onMethod;
    }
}
