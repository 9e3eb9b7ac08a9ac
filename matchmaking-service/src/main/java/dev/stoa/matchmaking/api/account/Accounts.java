package dev.stoa.matchmaking.api.account;

import dev.stoa.matchmaking.problem.Problems;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Asks identity-service, and remembers the answers for a while. When it is away, a request that needs a new answer is
 * answered with a 503 problem.
 */
@ApplicationScoped
public class Accounts {

    private static final int MOST_FIELDS = 2_000;

    private final IdentityApi identity;
    private final Map<String, Field> fields = new ConcurrentHashMap<>();
    private final Remembered<Account> accounts;

    Accounts(@RestClient IdentityApi identity, AccountConfig config) {
        this.identity = identity;
        this.accounts = new Remembered<>(config.rememberMost(), config.rememberFor(), System::nanoTime);
    }

    /** The caller's account; fails with a 403 problem when it is banned, with 401 when the token has run out. */
    public Uni<Account> of(Caller caller) {
        String id = caller.account();
        return accounts.get(id).map(known -> Uni.createFrom().item(known)).orElseGet(() -> ask(id, caller.bearer()));
    }

    private Uni<Account> ask(String id, String bearer) {
        long era = accounts.era();
        return identity.me(bearer)
                .invoke(account -> accounts.put(id, account, era))
                .onFailure()
                .transform(failure -> switch (status(failure)) {
                    // The token has run out on the way.
                    case 401 -> new UnauthorizedException();
                    case 403 -> Problems.banned();
                    default -> away();
                });
    }

    /** Something of an account has changed: the next one who needs it asks anew. */
    void forget(String account) {
        accounts.forget(account);
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
                .transform(failure -> status(failure) == 404
                        ? Problems.invalid("field", "is not a field of ISCED-F 2013: " + code)
                        : away());
    }

    private static int status(Throwable failure) {
        return failure instanceof WebApplicationException answer
                ? answer.getResponse().getStatus()
                : 0;
    }

    private static RuntimeException away() {
        return Problems.unavailable("Accounts can't be asked for right now; try again in a second.");
    }
}
