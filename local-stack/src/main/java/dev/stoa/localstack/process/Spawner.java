package dev.stoa.localstack.process;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes so that they follow the launcher's will alone. Where the system can (Linux with util-linux), a child
 * has a session of its own, so that a Ctrl-C in the terminal does not reach it out of order, and is asked to stop by
 * the kernel when the launcher is killed.
 */
final class Spawner {
    /** One thread for ever: the kernel takes the end of the thread that started a child for the death of its parent. */
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("spawner").factory());

    private static final boolean CAN_OWN_SESSION = works("setsid", "true");
    private static final boolean CAN_FOLLOW_PARENT = works("setpriv", "--pdeathsig", "TERM", "true");

    private Spawner() {}

    static Process spawn(ChildSpec spec, LogFile log) {
        var command = new ArrayList<String>();
        if (CAN_OWN_SESSION) command.add("setsid");
        if (CAN_FOLLOW_PARENT)
            command.addAll(List.of("setpriv", "--pdeathsig", spec.stop().name()));
        command.addAll(spec.command());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.path().toFile()));
        builder.environment().putAll(spec.environment());
        try {
            return THREAD.submit(builder::start).get();
        } catch (ExecutionException e) {
            throw new StackException("%s cannot be started: %s".formatted(spec.name(), e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while starting " + spec.name() + ".", e);
        }
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
