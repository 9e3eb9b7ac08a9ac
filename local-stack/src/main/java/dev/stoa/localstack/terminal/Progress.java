package dev.stoa.localstack.terminal;

/** Hears how a start goes on, from any thread. */
public interface Progress {
    /** A part of the stack started to do something; said again, the note replaces the one before. */
    void begin(String part, String note);

    /** A part is ready. */
    void ready(String part);

    /** One thing worth a line of its own. */
    void say(String line);

    /** Nobody listens: what tests want. */
    static Progress quiet() {
        return new Progress() {
            @Override
            public void begin(String part, String note) {}

            @Override
            public void ready(String part) {}

            @Override
            public void say(String line) {}
        };
    }
}
