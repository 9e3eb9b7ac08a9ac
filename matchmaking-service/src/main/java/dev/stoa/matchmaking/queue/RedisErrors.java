package dev.stoa.matchmaking.queue;

import io.vertx.redis.client.impl.types.ErrorType;
import java.util.Set;

/** Tells the errors of a Redis that can't serve for a while from those that are somebody's mistake. */
public final class RedisErrors {

    private static final Set<String> AWAY = Set.of(
            "CONNECTION_CLOSED",
            "LOADING",
            "READONLY",
            "MASTERDOWN",
            "MISCONF",
            "OOM",
            "BUSY",
            "NOREPLICAS",
            "CLUSTERDOWN",
            "TRYAGAIN");

    private RedisErrors() {}

    /** The same failure, or {@link RedisAway} where a later try can succeed. */
    static Throwable meaning(Throwable failure) {
        if (failure instanceof ErrorType error && !AWAY.contains(code(error))) {
            return failure;
        }
        return new RedisAway(String.valueOf(failure.getMessage()));
    }

    static boolean isUnknownScript(Throwable failure) {
        return failure instanceof ErrorType error && error.is("NOSCRIPT");
    }

    /** Whether a consumer group is missing. */
    public static boolean isUnknownGroup(Throwable failure) {
        return failure instanceof ErrorType error && error.is("NOGROUP");
    }

    /** Whether a consumer group that was to be created is there already. */
    public static boolean isKnownGroup(Throwable failure) {
        return failure instanceof ErrorType error && error.is("BUSYGROUP");
    }

    private static String code(ErrorType error) {
        String message = error.toString();
        int end = message.indexOf(' ');
        return end < 0 ? message : message.substring(0, end);
    }
}
