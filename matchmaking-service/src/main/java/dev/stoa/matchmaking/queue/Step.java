package dev.stoa.matchmaking.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The atomic steps of the queue, one Lua file each; the file's header names its arguments and answers. */
public enum Step {
    BEGIN_REQUEST,
    END_REQUEST,
    TAKE_TOKEN,
    ENQUEUE,
    GET_TICKET,
    LIST_TICKETS,
    CANCEL_TICKET,
    PAUSE_TICKET,
    RESUME_TICKET,
    CHANGE_TICKET,
    REOPEN_TICKET,
    EXPIRE_REOPENABLE,
    EXPIRE_PAUSES,
    EXPIRE_TICKETS,
    SET_AVAILABILITY,
    RENEW_AVAILABILITY,
    GET_AVAILABILITY,
    END_AVAILABILITY,
    EXPIRE_LEASES,
    EXPERTS_FOR,
    TICKETS_FOR,
    CLAIM,
    READY,
    ACCEPT,
    DECLINE,
    EXPIRE_OFFERS,
    GET_MATCH,
    ADMIT,
    LEAVE_MATCH,
    EXPIRE_MATCHES,
    ROOM_JOINED,
    ROOM_EMPTY,
    ROOM_ENDED,
    PEER_REMOVED,
    ACCOUNT_NEWS,
    STANDING,
    REPLAY,
    PLACES,
    UNTRIED,
    TRIED,
    RETRY_HELD,
    FIELD_STATISTICS,
    SANDBOXES,
    WATCH_CLOCK,
    RECORDS,
    TRIM_RECORDS,
    SEEDED,
    SEED,
    RATE,
    THANK,
    RELATE,
    UNRELATE,
    OUTBOX,
    CALLED;

    private static final class Parts {
        static final List<String> IN_ORDER = List.of(
                "0-moves",
                "1-clock-and-events",
                "2-fields",
                "2-estimates",
                "2-views",
                "2-history",
                "3-index",
                "3-misses",
                "3-tickets",
                "3-experts",
                "3-offers",
                "4-matches");
    }

    private final String source;
    private final String sha;

    Step() {
        StringBuilder text = new StringBuilder();
        for (String part : Parts.IN_ORDER) {
            text.append(read("parts/" + part)).append('\n');
        }
        this.source = text.append(read(name().toLowerCase(Locale.ROOT))).toString();
        this.sha = sha1(source);
    }

    /** The whole script: what all steps share, and then the step itself. */
    String source() {
        return source;
    }

    /** The name under which Redis remembers the script. */
    String sha() {
        return sha;
    }

    /** Whether a failover may take back what it did: it writes nothing, only counts requests, or is done again anyway. */
    boolean mayBeTakenBack() {
        return switch (this) {
            case TAKE_TOKEN,
                    GET_TICKET,
                    LIST_TICKETS,
                    FIELD_STATISTICS,
                    GET_AVAILABILITY,
                    GET_MATCH,
                    ADMIT,
                    EXPERTS_FOR,
                    TICKETS_FOR,
                    STANDING,
                    REPLAY,
                    PLACES,
                    UNTRIED,
                    SANDBOXES -> true;
            default -> false;
        };
    }

    private static String read(String name) {
        try (InputStream file = Step.class.getResourceAsStream("/lua/" + name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException("The script " + name + ".lua is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
