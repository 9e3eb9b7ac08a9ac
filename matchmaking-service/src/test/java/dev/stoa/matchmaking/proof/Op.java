package dev.stoa.matchmaking.proof;

/** What a client can do. */
enum Op {
    ASK,
    CANCEL,
    READY,
    PAUSE,
    RESUME,
    AVAILABLE,
    RENEW,
    END_AVAILABILITY,
    ACCEPT,
    DECLINE,
    PASS,
    LEAVE,
    LOOK,
    MEDDLE
}
