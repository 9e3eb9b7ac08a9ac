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

    /** Whether a function was called that is in none of the loaded libraries. */
    static boolean isUnknownFunction(Throwable failure) {
        return failure instanceof ErrorType error && error.toString().contains("Function not found");
    }

    /** Whether a library that was to be loaded is there already. */
    static boolean isKnownLibrary(Throwable failure) {
        return failure instanceof ErrorType error && error.toString().matches("(?i).*library '.*' already exists.*");
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
