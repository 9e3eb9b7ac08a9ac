package dev.stoa.signaling.proof.stranger;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Sends what a session has said, one message after the other and no faster than allowed, by whichever line there is. */
final class Mouth implements AutoCloseable {

    private final Outbox outbox;
    private final Pace pace;
    private @Nullable Thread thread;

    Mouth(Outbox outbox, Pace pace) {
        this.outbox = outbox;
        this.pace = pace;
    }

    /** Begins, if it has not: a client that says nothing needs no thread for it. */
    synchronized void open() {
        if (thread == null) {
            thread = Thread.startVirtualThread(this::speak);
        }
    }

    private void speak() {
        try {
            while (true) {
                var due = outbox.take();
                pace.await();
                try {
                    due.line().write(due.text());
                } catch (IOException broken) {
                    // The reader notices too, and the message stays unsettled.
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
