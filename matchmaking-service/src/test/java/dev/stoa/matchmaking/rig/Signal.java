package dev.stoa.matchmaking.rig;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What can be sent to a process. */
enum Signal {
    KILL,
    STOP,
    CONT;

    void send(long pid) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(pid)).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
