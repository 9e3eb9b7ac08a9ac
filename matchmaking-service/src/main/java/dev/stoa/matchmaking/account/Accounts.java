package dev.stoa.matchmaking.account;

import dev.stoa.matchmaking.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks identity-service. When it is away, the request is answered with a 503 problem. */
@ApplicationScoped
public class Accounts {

    private static final int MOST_FIELDS = 2_000;

    private final IdentityApi identity;
    private final Map<String, Field> fields = new ConcurrentHashMap<>();

    Accounts(@RestClient IdentityApi identity) {
        this.identity = identity;
    }

    /** The caller's account. */
    public Uni<Account> of(Caller caller) {
        return identity.me(caller.bearer()).onFailure().transform(failure -> away());
    }

    /** The field of a code; fails with a 400 problem when there is none. Fields never change, so they are kept. */
    public Uni<Field> field(String code) {
        Field known = fields.get(code);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return identity.field(code)
                .invoke(field -> {
                    if (fields.size() < MOST_FIELDS) {
                        fields.put(code, field);
                    }
                })
                .onFailure()
                .transform(failure -> isNotFound(failure)
                        ? Problems.invalid("field", "is not a field of ISCED-F 2013: " + code)
                        : away());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == 404;
    }

    private static RuntimeException away() {
        return Problems.unavailable("Accounts can't be asked for right now; try again in a second.");
    }
}
