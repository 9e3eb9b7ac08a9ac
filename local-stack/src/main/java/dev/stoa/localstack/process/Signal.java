package dev.stoa.localstack.process;

import java.io.IOException;

/** A signal that the stack sends to its processes. */
public enum Signal {
    /** Please stop. */
    TERM,
    /** Please stop; for PostgreSQL: without waiting for its clients. */
    INT,
    /** Stop at once, without a last word. */
    KILL,
    /** Stand still. */
    STOP,
    /** Go on after {@link #STOP}. */
    CONT;

    /** Sends the signal; a process that is gone already is no error. */
    void send(ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name(), Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackException("Cannot send signals: the command \"kill\" is missing.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
