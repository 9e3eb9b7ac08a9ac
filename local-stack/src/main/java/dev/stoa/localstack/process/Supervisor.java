package dev.stoa.localstack.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** All children of a stack: knows the first one that ended by itself, and stops all of them in order. */
public final class Supervisor {
    private final Path logs;
    private final PidFile pids;
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Child> firstUnwantedEnd = new CompletableFuture<>();
    private volatile boolean closing;

    public Supervisor(Path logs, PidFile pids) {
        this.logs = logs;
        this.pids = pids;
    }

    /** A child that is not started yet. */
    public Child child(ChildSpec spec) {
        var child = new Child(spec, LogFile.fresh(logs, spec.name()), pids, firstUnwantedEnd::complete);
        children.add(child);
        return child;
    }

    /** Starts a child, unless the stack is being stopped meanwhile. */
    public Child start(ChildSpec spec) {
        var child = child(spec);
        synchronized (this) {
            if (closing) throw new StackException("The stack is being stopped.");
            return child.start();
        }
    }

    public List<Child> children() {
        return List.copyOf(children);
    }

    /** Completes with the first child that ended without being asked to. */
    public CompletableFuture<Child> firstUnwantedEnd() {
        return firstUnwantedEnd;
    }

    /** From now on no child can be started. */
    public synchronized void close() {
        closing = true;
    }

    /** All children have ended: none is left for the next run to end. */
    public void forget() {
        pids.delete();
    }

    /** Stops the given children at the same time, and kills those that take longer than {@code patience}. */
    public void stop(List<Child> some, Duration patience) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            new ArrayList<>(some).forEach(child -> threads.submit(() -> child.stop(patience)));
        }
    }
}
