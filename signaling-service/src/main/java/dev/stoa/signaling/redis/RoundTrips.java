package dev.stoa.signaling.redis;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Consumer;

/** Times about one a second of the questions that are asked anyway. Lives on the loop. */
final class RoundTrips {

    private static final long EVERY = Duration.ofMillis(800).toNanos();

    private final Consumer<Duration> observer;
    private long next = System.nanoTime();
    private long begun;
    private boolean running;

    RoundTrips(Consumer<Duration> observer) {
        this.observer = observer;
    }

    /** Times this answer, if it is time for one. */
    void time(Future<?> answer) {
        var now = System.nanoTime();
        if (now - next >= 0) {
            next = now + EVERY;
            answer.onSuccess(done -> observer.accept(Duration.ofNanos(System.nanoTime() - now)));
        }
    }

    /** Something was asked whose answer is not known by its question: {@link #end} comes with the next push. */
    void begin() {
        var now = System.nanoTime();
        if (!running && now - next >= 0) {
            next = now + EVERY;
            begun = now;
            running = true;
        }
    }

    /** A push came. */
    void end() {
        if (running) {
            running = false;
            observer.accept(Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
