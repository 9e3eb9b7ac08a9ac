package dev.stoa.identity.account;

import dev.stoa.identity.limit.Limit;
import dev.stoa.identity.problem.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request, as the access token says. */
@RequestScoped
class Caller {

    private final JsonWebToken token;
    private final Accounts accounts;
    private final Limit limit;

    Caller(JsonWebToken token, Accounts accounts, Limit limit) {
        this.token = token;
        this.accounts = accounts;
        this.limit = limit;
    }

    /** The caller, who is about to change something of her own. Fails with {@link Problem#QUOTA_EXCEEDED} if she does so too often. */
    Holder changing() {
        var holder = holder();
        limit.countOwn(holder.id());
        return holder;
    }

    /** The caller. Fails with {@link Problem#QUOTA_EXCEEDED} if she sends too many requests of any kind. */
    Holder holder() {
        var holder = read();
        limit.countRequest(holder.id());
        return holder;
    }

    private Holder read() {
        try {
            return Holder.of(TokenClaims.of(token.getRawToken()));
        } catch (IllegalArgumentException nobody) {
            throw new AuthenticationFailedException(nobody);
        }
    }

    /** The caller if she runs the place. Fails with {@link Problem#FORBIDDEN} for others, and for the banned as always. */
    Uni<Holder> administrator() {
        var holder = administratorsToken();
        return accounts.of(holder).replaceWith(holder);
    }

    /**
     * The same, when she is about to change something of others. Fails with {@link Problem#QUOTA_EXCEEDED} if she does so too
     * often.
     */
    Uni<Holder> changingAdministrator() {
        var holder = administratorsToken();
        limit.countAdministrators(holder.id());
        return accounts.of(holder).replaceWith(holder);
    }

    private Holder administratorsToken() {
        var holder = holder();
        if (!holder.administrator()) {
            throw Problem.FORBIDDEN
                    .asBuilder()
                    .withDetail("Only administrators may do this: accounts with the provider's realm role"
                            + " \"administrator\".")
                    .build();
        }
        return holder;
    }
}
