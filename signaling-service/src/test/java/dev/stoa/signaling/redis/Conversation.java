package dev.stoa.signaling.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.rig.InstanceProcess;
import dev.stoa.signaling.rig.TestPeer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * Two peers on two instances, one of whom never stops to talk, and a look at the health of both instances. Who is sent out
 * of the room, for it has lost what was said last, comes in anew.
 */
final class Conversation implements AutoCloseable {

    private static final Duration SENTENCE_EVERY = Duration.ofMillis(100);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    private final Supplier<TestPeer> speakersDoor;
    private final Supplier<TestPeer> listenersDoor;
    private final List<InstanceProcess> instances;
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicInteger heard = new AtomicInteger();
    private final AtomicInteger dead = new AtomicInteger();
    private final AtomicInteger unready = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(3);
    private TestPeer speaker;
    private TestPeer listener;

    Conversation(Supplier<TestPeer> speakersDoor, Supplier<TestPeer> listenersDoor, List<InstanceProcess> instances) {
        this.speakersDoor = speakersDoor;
        this.listenersDoor = listenersDoor;
        this.instances = instances;
        speaker = enter(speakersDoor);
        listener = enter(listenersDoor);
        every(SENTENCE_EVERY, this::talk);
        every(SENTENCE_EVERY, this::listen);
        every(LOOK_EVERY, this::examine);
    }

    /** Waits until something is heard that is said from now on; gives how long that took. */
    Duration awaitNews(Duration atMost) {
        var start = System.nanoTime();
        var from = said.get();
        Awaitility.await().atMost(atMost).pollInterval(Duration.ofMillis(20)).until(() -> heard.get() > from);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** How often an instance has said that it is not ready. */
    int timesUnready() {
        return unready.get();
    }

    /** Waits until an instance says so once more. */
    void awaitUnready(int before) {
        Awaitility.await().until(() -> unready.get() > before);
    }

    /** Waits until all instances are ready. */
    void awaitReady() {
        instances.forEach(InstanceProcess::awaitReady);
    }

    /** No instance ever failed to say that it lives. */
    void assertAlive() {
        assertEquals(0, dead.get(), "times that liveness failed");
    }

    @Override
    public void close() {
        clock.shutdownNow();
        speaker.close();
        listener.close();
    }

    private void every(Duration period, Runnable action) {
        clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        action.run();
                    } catch (RuntimeException again) {
                        // The next time may go better; that nothing comes of it at all is seen by who waits for it.
                    }
                },
                0,
                period.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private void talk() {
        if (speaker.isClosed()) {
            speaker = enter(speakersDoor);
        }
        speaker.chat(Integer.toString(said.incrementAndGet()));
    }

    private void listen() {
        if (listener.isClosed()) {
            listener = enter(listenersDoor);
        }
        listener.take("chat")
                .forEach(chat -> heard.accumulateAndGet(
                        Integer.parseInt(chat.path("text").textValue()), Math::max));
    }

    private static TestPeer enter(Supplier<TestPeer> door) {
        var peer = door.get();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .until(() -> peer.isClosed() || !peer.take("welcome").isEmpty());
        return peer;
    }

    private void examine() {
        for (var instance : instances) {
            if (!instance.ask("/q/health/live").startsWith("200")) {
                dead.incrementAndGet();
            }
            if (instance.ask("/q/health/ready").startsWith("503")) {
                unready.incrementAndGet();
            }
        }
    }
}
