package dev.stoa.signaling.pass;

import dev.stoa.signaling.protocol.PeerInfo;
import java.time.Instant;
import java.util.Set;

/**
 * A verified room pass.
 *
 * @param id its own id (jti)
 * @param nonce the word that the page chose when it asked for it
 * @param room where it leads
 * @param peer who comes in, as the others will see it
 * @param can what it allows
 * @param expiresAt when it can no longer be used to come in
 */
public record Pass(String id, String nonce, String room, PeerInfo peer, Set<Right> can, Instant expiresAt) {

    public Pass {
        can = Set.copyOf(can);
    }

    /** What a pass can allow. */
    public enum Right {
        /** To send descriptions and candidates. */
        MEDIA,
        /** To send chat. */
        CHAT
    }
}
