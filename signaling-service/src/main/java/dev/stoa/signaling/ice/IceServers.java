package dev.stoa.signaling.ice;

import dev.stoa.signaling.protocol.IceServer;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/**
 * The ICE servers of a page; TURN credentials follow "A REST API for access to TURN services". May be asked from any
 * thread.
 */
@Singleton
public final class IceServers {

    private static final Logger LOG = Logger.getLogger(IceServers.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final double LIFE_BEFORE_REFRESH = 0.6;

    private final List<String> stunUrls;
    private final List<String> turnUrls;
    private final Duration ttl;
    private final TurnSecret secret;

    /** @throws ConfigurationException with the setting that cannot be used */
    IceServers(IceConfig config, TurnSecret secret) {
        this.secret = secret;
        stunUrls = urls("stoa.ice.stun-urls", config.stunUrls(), kind -> !kind.isTurn());
        turnUrls = urls("stoa.ice.turn-urls", config.turnUrls(), IceUrl.Kind::isTurn);
        ttl = config.turnTtl().compareTo(LONGEST) > 0 ? LONGEST : config.turnTtl();
        if (ttl.compareTo(SHORTEST) < 0) {
            throw new ConfigurationException("stoa.ice.turn-ttl: it must be at least a second");
        }
    }

    /** Makes settings that cannot be used stop the start, not the first call. */
    void check(@Observes StartupEvent started) {
        if (!turnUrls.isEmpty() && !secret.isSet()) {
            LOG.warn("No TURN server is given out: set stoa.ice.turn-secret or stoa.ice.turn-secret-file");
        }
    }

    /** The servers for one peer. */
    public List<IceServer> of(String peer) {
        return of(peer, Instant.now());
    }

    /** Whether what is given out lets a page in for a limited time only. */
    public boolean expires() {
        return !turnUrls.isEmpty() && secret.isSet();
    }

    /** How often a page in a call needs fresh servers, so that it holds good ones whenever it has to restart ICE. */
    public Duration refreshEvery() {
        return Duration.ofMillis((long) (ttl.toMillis() * LIFE_BEFORE_REFRESH));
    }

    List<IceServer> of(String peer, Instant now) {
        var servers = new ArrayList<IceServer>();
        if (!stunUrls.isEmpty()) {
            servers.add(new IceServer(stunUrls, null, null));
        }
        if (!turnUrls.isEmpty()) {
            secret.current().ifPresent(key -> servers.add(turn(key, peer, now)));
        }
        return servers;
    }

    private IceServer turn(String key, String peer, Instant now) {
        var username = now.plus(ttl).getEpochSecond() + ":" + peer;
        return new IceServer(turnUrls, username, sign(key, username));
    }

    private static List<String> urls(String setting, Optional<List<String>> texts, Predicate<IceUrl.Kind> fits) {
        return texts.orElse(List.of()).stream()
                .map(text -> url(setting, text.strip(), fits))
                .sorted(Comparator.comparing(IceUrl::kind))
                .map(IceUrl::text)
                .toList();
    }

    private static IceUrl url(String setting, String text, Predicate<IceUrl.Kind> fits) {
        try {
            var url = IceUrl.parse(text);
            if (!fits.test(url.kind())) {
                throw new IllegalArgumentException("'" + text + "' belongs into the other list");
            }
            return url;
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(setting + ": " + e.getMessage());
        }
    }

    private static String sign(String secret, String username) {
        try {
            // SHA-1 is what TURN servers expect here; as an HMAC it is sound.
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
