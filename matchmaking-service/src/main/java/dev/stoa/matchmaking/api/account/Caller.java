package dev.stoa.matchmaking.api.account;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sent the request, as its token says. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final VerifiedTokens verified;
    private @Nullable Who who;

    Caller(SecurityIdentity identity, VerifiedTokens verified) {
        this.identity = identity;
        this.verified = verified;
    }

    /** Who it is. */
    public Who who() {
        Who known = who == null ? read() : who;
        who = known;
        return known;
    }

    private Who read() {
        return switch (identity.getPrincipal()) {
            case GuestPrincipal joined -> joined.guest();
            case VerifiedPrincipal known -> known.who();
            case JsonWebToken token -> {
                Who who = TokenReader.who(token);
                verified.remember(token.getRawToken(), who);
                yield who;
            }
            default -> throw new UnauthorizedException("There is no token");
        };
    }

    /** Its id in the queue; the provider's {@code sub} for people. */
    public String account() {
        return who().account();
    }

    /** The provider's id of the session that it has signed in with; empty where there is none. */
    public String session() {
        return who().session();
    }

    /** When the token expires. */
    public Instant expiresAt() {
        return who().until();
    }

    /** The header value with which a person's own requests are authorized. */
    String bearer() {
        return "Bearer "
                + switch (identity.getPrincipal()) {
                    case VerifiedPrincipal known -> known.token();
                    case JsonWebToken token -> token.getRawToken();
                    default -> throw new IllegalStateException("Only people are known to identity-service");
                };
    }
}
