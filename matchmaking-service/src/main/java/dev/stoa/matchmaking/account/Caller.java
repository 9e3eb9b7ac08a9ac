package dev.stoa.matchmaking.account;

import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The account that sent the request, as its access token says. */
@RequestScoped
public class Caller {

    private static final int LONGEST_ID = 255;

    private final JsonWebToken token;

    Caller(JsonWebToken token) {
        this.token = token;
    }

    /** The account's id, which is the provider's {@code sub}. */
    public String account() {
        String subject = token.getSubject();
        if (subject == null || subject.isBlank() || subject.length() > LONGEST_ID) {
            throw new UnauthorizedException("The token names no account");
        }
        return subject;
    }

    /** When the access token expires. */
    public Instant expiresAt() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    /** The header value with which the account's own requests are authorized. */
    String bearer() {
        return "Bearer " + token.getRawToken();
    }
}
