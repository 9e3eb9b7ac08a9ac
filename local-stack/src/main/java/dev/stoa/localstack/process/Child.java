package dev.stoa.localstack.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process of the stack. It can be ended and started again; only an end that nobody asked for is reported. */
public final class Child {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int TAIL_LINES = 20;

    private final ChildSpec spec;
    private final LogFile log;
    private final PidFile pids;
    private final Consumer<Child> onUnwantedEnd;
    private volatile @Nullable Process process;
    /** The process whose end was asked for. */
    private volatile @Nullable Process doomed;

    Child(ChildSpec spec, LogFile log, PidFile pids, Consumer<Child> onUnwantedEnd) {
        this.spec = spec;
        this.log = log;
        this.pids = pids;
        this.onUnwantedEnd = onUnwantedEnd;
    }

    public String name() {
        return spec.name();
    }

    public LogFile log() {
        return log;
    }

    public boolean alive() {
        var current = process;
        return current != null && current.isAlive();
    }

    /** The process id of the running process. */
    public long pid() {
        return running().pid();
    }

    /** Starts the process with the command, ports and environment it always has. */
    public synchronized Child start() {
        if (alive()) throw new IllegalStateException(name() + " is running already");
        var started = Spawner.spawn(spec, log);
        process = started;
        pids.add(spec, started.toHandle());
        started.onExit().thenAccept(this::ended);
        return this;
    }

    /** Waits until the process can do its work; fails with its last words when it ends or takes longer. */
    public Child awaitReady(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!isReady()) {
            if (!alive()) throw new StackException(name() + " ended before it was ready. " + lastWords());
            if (System.nanoTime() > deadline) {
                throw new StackException(
                        "%s is not ready after %d s. %s".formatted(name(), patience.toSeconds(), lastWords()));
            }
            pause(POLL);
        }
        return this;
    }

    /** Asks the process to stop, and kills it when it takes longer than {@code patience}. */
    public synchronized void stop(Duration patience) {
        var current = process;
        doomed = current;
        if (current == null || !current.isAlive()) return;
        Signal.CONT.send(current.toHandle());
        spec.stop().send(current.toHandle());
        if (!await(current, patience)) kill();
    }

    /** Ends the process and all that it started at once, as a crash would. */
    public synchronized void kill() {
        var current = process;
        doomed = current;
        if (current == null || !current.isAlive()) return;
        var offspring = current.descendants().toList();
        current.destroyForcibly();
        offspring.forEach(ProcessHandle::destroyForcibly);
        await(current, Duration.ofSeconds(10));
        offspring.forEach(each -> each.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** Makes the process stand still as it is, sockets open, until {@link #resume()}. */
    public void pause() {
        Signal.STOP.send(running().toHandle());
    }

    public void resume() {
        Signal.CONT.send(running().toHandle());
    }

    /** Where its log is and how it ends, for a message. */
    public String lastWords() {
        return "Its log, %s, ends with:%n%n%s".formatted(log.path(), log.tail(TAIL_LINES));
    }

    private boolean isReady() {
        try {
            return spec.readiness().ready();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + name() + ".", e);
        } catch (Exception notYet) {
            return false;
        }
    }

    private void ended(Process which) {
        if (!which.equals(doomed)) onUnwantedEnd.accept(this);
    }

    private Process running() {
        var current = process;
        if (current == null || !current.isAlive()) throw new IllegalStateException(name() + " is not running");
        return current;
    }

    private static boolean await(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting.", e);
        }
    }
}
