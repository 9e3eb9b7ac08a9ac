package dev.stoa.signaling.watch;

import jakarta.inject.Singleton;

/** Whether this process is about to stop. For any thread. */
@Singleton
public final class Stopping {

    private volatile boolean begun;

    /** From now on this instance says that it is not ready. */
    public void begin() {
        begun = true;
    }

    boolean hasBegun() {
        return begun;
    }
}
