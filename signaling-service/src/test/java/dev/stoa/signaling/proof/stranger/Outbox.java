package dev.stoa.signaling.proof.stranger;

import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a session has said and what is not settled of it, in order of its numbers. For any thread. */
final class Outbox {

    /** A message and the connection on which it is to go. */
    record Due(BlockingWebSocket line, long n, String text) {}

    private static final int MOST_UNSETTLED = 256;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Long, String> unsettled = new TreeMap<>();
    private BlockingWebSocket line;
    private long lastN;
    private long nextN = 1;
    private long notBefore = System.nanoTime();

    /** Takes a JSON object and gives it its number, or 0 if too many are not settled yet. */
    long add(String json) {
        lock.lock();
        try {
            if (unsettled.size() >= MOST_UNSETTLED) {
                return 0;
            }
            lastN++;
            unsettled.put(lastN, "{\"n\":" + lastN + "," + json.substring(1));
            changed.signalAll();
            return lastN;
        } finally {
            lock.unlock();
        }
    }

    /** A new session counts from one; what the old one left is given up. */
    void begin(BlockingWebSocket on) {
        lock.lock();
        try {
            unsettled.clear();
            lastN = 0;
            line = on;
            rewind(0);
        } finally {
            lock.unlock();
        }
    }

    /** The session goes on: all up to {@code received} are settled, the rest has to go again. */
    void goOn(BlockingWebSocket on, long received) {
        lock.lock();
        try {
            line = on;
            settle(received);
            rewind(0);
        } finally {
            lock.unlock();
        }
    }

    void disconnect() {
        lock.lock();
        try {
            line = null;
        } finally {
            lock.unlock();
        }
    }

    void settle(long upTo) {
        lock.lock();
        try {
            unsettled.headMap(upTo, true).clear();
        } finally {
            lock.unlock();
        }
    }

    void settleOnly(long n) {
        lock.lock();
        try {
            unsettled.remove(n);
        } finally {
            lock.unlock();
        }
    }

    /** After a wait, begins again at the lowest number that is not settled. */
    void rewind(long waitMs) {
        lock.lock();
        try {
            nextN = 1;
            notBefore = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(waitMs);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next message that can go. */
    Due take() throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                var wait = notBefore - System.nanoTime();
                var next = unsettled.ceilingEntry(nextN);
                if (line == null || next == null) {
                    changed.await();
                } else if (wait > 0) {
                    changed.awaitNanos(wait);
                } else {
                    nextN = next.getKey() + 1;
                    return new Due(line, next.getKey(), next.getValue());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    int unsettled() {
        lock.lock();
        try {
            return unsettled.size();
        } finally {
            lock.unlock();
        }
    }
}
