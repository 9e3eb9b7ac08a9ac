package dev.stoa.signaling.ice;

import dev.stoa.signaling.protocol.IceServer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The ICE servers of a welcome; TURN credentials follow "A REST API for access to TURN services". */
@Singleton
public final class IceServers {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final IceConfig config;

    IceServers(IceConfig config) {
        this.config = config;
    }

    /** The servers for one peer. */
    public List<IceServer> of(String peer) {
        return of(peer, Instant.now());
    }

    List<IceServer> of(String peer, Instant now) {
        var servers = new ArrayList<IceServer>();
        config.stunUrls()
                .filter(urls -> !urls.isEmpty())
                .ifPresent(urls -> servers.add(new IceServer(urls, null, null)));
        config.turnUrls()
                .filter(urls -> !urls.isEmpty())
                .ifPresent(urls -> config.turnSecret()
                        .filter(secret -> !secret.isBlank())
                        .ifPresent(secret -> servers.add(turn(urls, secret, peer, now))));
        return servers;
    }

    private IceServer turn(List<String> urls, String secret, String peer, Instant now) {
        var ttl = config.turnTtl().compareTo(LONGEST) > 0 ? LONGEST : config.turnTtl();
        var username = now.plus(ttl).getEpochSecond() + ":" + peer;
        return new IceServer(urls, username, sign(secret, username));
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
