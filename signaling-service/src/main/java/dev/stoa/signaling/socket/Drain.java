package dev.stoa.signaling.socket;

import dev.stoa.signaling.cluster.Instances;
import dev.stoa.signaling.protocol.CloseReason;
import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.room.Membership;
import dev.stoa.signaling.watch.Stopping;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends everybody elsewhere before this process stops: first the instance says that it is not ready, and still serves whom
 * the load balancer sends; then the sockets are closed in a spread, so that they don't all come to the others at once.
 */
@Singleton
final class Drain {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);
    private static final Duration STEP = Duration.ofMillis(100);
    /** Closes so spread out need no more spreading. */
    private static final Duration BETWEEN_TWO = Duration.ofMillis(4);

    private final Loop loop;
    private final SocketConfig config;
    private final Membership membership;
    private final Instances instances;
    private final Stopping stopping;
    private volatile boolean begun;

    Drain(Loop loop, SocketConfig config, Membership membership, Instances instances, Stopping stopping) {
        this.loop = loop;
        this.config = config;
        this.membership = membership;
        this.instances = instances;
        this.stopping = stopping;
    }

    /** Whether nobody is let in any more. */
    boolean hasBegun() {
        return begun;
    }

    /** While there still is a door: at the ShutdownEvent it is gone. */
    void stop(@Observes ShutdownDelayInitiatedEvent event, Sockets sockets) throws InterruptedException {
        stopping.begin();
        if (sockets.count() > 0) {
            TimeUnit.MILLISECONDS.sleep(config.drainNotice().toMillis());
        }
        begun = true;
        closeAll(sockets);
        var told = new CountDownLatch(1);
        loop.execute(() -> look(told));
        told.await(config.drain().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void closeAll(Sockets sockets) throws InterruptedException {
        var waiting = sockets.shuffled();
        var spread = Math.min(config.drainSpread().toMillis(), waiting.size() * BETWEEN_TWO.toMillis());
        var steps = (int) Math.max(1, spread / STEP.toMillis());
        for (var step = 0; step < steps; step++) {
            waiting.subList(waiting.size() * step / steps, waiting.size() * (step + 1) / steps)
                    .forEach(socket -> socket.close(CloseReason.RESTARTING));
            if (step + 1 < steps) {
                TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
            }
        }
        // Those that were let in while the door was being shut.
        sockets.shuffled().forEach(socket -> socket.close(CloseReason.RESTARTING));
    }

    /** Waits until the other instances know of all who went. */
    private void look(CountDownLatch told) {
        if (membership.isSettled()) {
            instances.retire().onComplete(done -> told.countDown());
        } else {
            loop.after(LOOK_EVERY, () -> look(told));
        }
    }
}
