package dev.stoa.matchmaking.queue;

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
    CHECK_LINK,
    FORGET_LEARNER,
    END_INTEGRATOR,
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
    ENTER_MATCH,
    LEAVE_MATCH,
    EXPIRE_MATCHES,
    ROOMS_HEARD,
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

    private final String body = LuaFile.read(name().toLowerCase(Locale.ROOT));

    /** What the step does, as the body of a Lua function. */
    String body() {
        return body;
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
                    CHECK_LINK,
                    ADMIT,
                    ROOMS_HEARD,
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

    /** Whether it writes nothing, so that it is taken even while Redis is full. */
    boolean onlyReads() {
        return switch (this) {
            case GET_TICKET,
                    LIST_TICKETS,
                    FIELD_STATISTICS,
                    GET_AVAILABILITY,
                    GET_MATCH,
                    CHECK_LINK,
                    ADMIT,
                    EXPERTS_FOR,
                    TICKETS_FOR,
                    STANDING,
                    REPLAY,
                    PLACES,
                    UNTRIED,
                    RECORDS,
                    SEEDED -> true;
            default -> false;
        };
    }

    /** Whether it only takes things away, so that it has to be taken while Redis is full. */
    boolean makesRoom() {
        return this == TRIM_RECORDS || this == OUTBOX;
    }
}
