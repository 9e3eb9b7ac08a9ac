package dev.stoa.identity.account;

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

    Caller(JsonWebToken token, Accounts accounts) {
        this.token = token;
        this.accounts = accounts;
    }

    Holder holder() {
        try {
            return Holder.of(TokenClaims.of(token.getRawToken()));
        } catch (IllegalArgumentException nobody) {
            throw new AuthenticationFailedException(nobody);
        }
    }

    /** The caller if she runs the place. Fails with {@link Problem#FORBIDDEN} for others, and for the banned as always. */
    Uni<Holder> administrator() {
        var holder = holder();
        if (!holder.administrator()) {
            throw Problem.FORBIDDEN
                    .asBuilder()
                    .withDetail("Only administrators may do this: accounts with the provider's realm role"
                            + " \"administrator\".")
                    .build();
        }
        return accounts.of(holder).replaceWith(holder);
    }
}
