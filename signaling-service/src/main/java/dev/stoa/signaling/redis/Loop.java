package dev.stoa.signaling.redis;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The one event loop on which the Redis connections and all rooms live, so that neither needs locks. */
@Singleton
public final class Loop {

    private final Vertx vertx;
    private final Context context;

    Loop(Vertx vertx) {
        this.vertx = vertx;
        this.context = ((VertxInternal) vertx).createEventLoopContext();
    }

    /** Runs at once when called on the loop, else soon, in the order of the calls. */
    public void execute(Runnable action) {
        if (context.equals(Vertx.currentContext())) {
            action.run();
        } else {
            context.runOnContext(nothing -> action.run());
        }
    }

    /** Runs once, on the loop. */
    public void after(Duration wait, Runnable action) {
        execute(() -> vertx.setTimer(Math.max(1, wait.toMillis()), id -> action.run()));
    }

    /** Runs again and again, on the loop, until {@code isOver}, which is asked there too. */
    public void every(Duration period, BooleanSupplier isOver, Runnable action) {
        execute(() -> vertx.setPeriodic(Math.max(1, period.toMillis()), id -> {
            if (isOver.getAsBoolean()) {
                vertx.cancelTimer(id);
            } else {
                action.run();
            }
        }));
    }

    /** Runs again and again, on the loop. */
    public void every(Duration period, Runnable action) {
        every(period, () -> false, action);
    }
}
