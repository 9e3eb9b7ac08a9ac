package dev.stoa.matchmaking.proof;

/** What a client can do. */
enum Op {
    ASK,
    CANCEL,
    READY,
    PAUSE,
    RESUME,
    REOPEN,
    AVAILABLE,
    RENEW,
    END_AVAILABILITY,
    ACCEPT,
    DECLINE,
    PASS,
    LEAVE,
    BLOCK,
    UNBLOCK,
    LOOK,
    MEDDLE
}
