package dev.stoa.signaling.socket;

import dev.stoa.signaling.cluster.Instances;
import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.room.Membership;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches the sockets while the process runs, and closes them when it stops. */
@Singleton
final class Drain {

    private static final Duration WATCH_EVERY = Duration.ofMillis(500);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Loop loop;
    private final SocketConfig config;
    private final Membership membership;
    private final Instances instances;
    private volatile boolean begun;

    Drain(Loop loop, SocketConfig config, Membership membership, Instances instances) {
        this.loop = loop;
        this.config = config;
        this.membership = membership;
        this.instances = instances;
    }

    /** Whether nobody is let in any more. */
    boolean hasBegun() {
        return begun;
    }

    void start(@Observes StartupEvent event, Sockets sockets) {
        loop.every(WATCH_EVERY, sockets::watch);
    }

    /** Closes all sockets while there still is a door (it is gone at the ShutdownEvent), then waits until the other instances know it, but not for long. */
    void stop(@Observes ShutdownDelayInitiatedEvent event, Sockets sockets) throws InterruptedException {
        begun = true;
        sockets.closeAll();
        var told = new CountDownLatch(1);
        loop.execute(() -> look(told));
        told.await(config.drain().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(CountDownLatch told) {
        if (membership.isSettled()) {
            instances.retire().onComplete(done -> told.countDown());
        } else {
            loop.after(LOOK_EVERY, () -> look(told));
        }
    }
}
