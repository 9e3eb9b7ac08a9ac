package dev.stoa.matchmaking.meeting.pass;

import dev.stoa.matchmaking.queue.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;

/** Signs room passes. */
@ApplicationScoped
public class RoomPasses {

    private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);

    private final SigningKeys keys;
    private final PassConfig config;
    private final Duration lifetime;

    RoomPasses(SigningKeys keys, PassConfig config) {
        this.keys = keys;
        this.config = config;
        this.lifetime = config.lifetime().compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : config.lifetime();
    }

    /** Signs a pass for one participant, for use by the page that made the nonce. */
    public RoomPass sign(Admission admission, String nonce) {
        Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        Instant expiresAt = now.plus(lifetime);
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(SigningKeys.ISSUER);
        claims.setAudience("stoa-signaling");
        claims.setJwtId(Ids.next(""));
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        claims.setSubject(admission.peer());
        claims.setStringClaim("room", admission.room());
        claims.setStringClaim("name", admission.name());
        claims.setStringClaim("role", admission.role());
        claims.setStringListClaim("can", List.of("media", "chat"));
        claims.setStringClaim("nonce", nonce);
        return new RoomPass(keys.sign(claims, "JWT"), expiresAt, config.socketPath());
    }
}
