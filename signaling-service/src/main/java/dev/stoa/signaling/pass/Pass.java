package dev.stoa.signaling.pass;

import dev.stoa.signaling.protocol.PeerInfo;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** What it allows, one letter each; a dash if nothing. */
    public String rights() {
        return can.isEmpty() ? "-" : can.stream().map(Right::letter).sorted().collect(Collectors.joining());
    }

    /** What a pass can allow. */
    public enum Right {
        /** To send descriptions and candidates. */
        MEDIA,
        /** To send chat. */
        CHAT;

        /** The first of its name. */
        public String letter() {
            return name().substring(0, 1).toLowerCase(Locale.ROOT);
        }
    }
}
