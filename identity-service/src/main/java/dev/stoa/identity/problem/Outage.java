package dev.stoa.identity.problem;

import io.quarkus.oidc.OIDCException;
import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells the absence of something that this service needs (a database, the provider) from a mistake of its own. */
public final class Outage {

    private static final int DEEPEST_CAUSE = 20;
    private static final List<Class<? extends Throwable>> ABSENCES = List.of(
            SocketException.class,
            UnknownHostException.class,
            ClosedChannelException.class,
            TimeoutException.class,
            io.smallrye.mutiny.TimeoutException.class,
            ConnectionPoolTooBusyException.class,
            VertxException.class,
            OIDCException.class);

    private Outage() {}

    /** Whether the failure, or one of its causes, says that PostgreSQL, Redis or the provider cannot be reached. */
    public static boolean isBehind(@Nullable Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST_CAUSE)
                .anyMatch(Outage::isOne);
    }

    private static boolean isOne(Throwable cause) {
        return cause instanceof PgException database
                ? isServerGone(database.getSqlState())
                : ABSENCES.stream().anyMatch(absence -> absence.isInstance(cause));
    }

    /** SQLSTATE classes 08 (connection), 53 (resources) and 57 (operator's intervention). */
    private static boolean isServerGone(@Nullable String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08") || sqlState.startsWith("53") || sqlState.startsWith("57"));
    }
}
