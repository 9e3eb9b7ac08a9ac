package dev.stoa.localstack.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the launcher's libraries have to say: into a file beside the other logs, never into the terminal. */
public final class LauncherLog {
    /** Kept here: the JDK forgets a logger, and its level, that nobody holds. */
    private static final Logger ROOT = Logger.getLogger("");

    private LauncherLog() {}

    /** Nothing is logged until {@link #to} says where. */
    public static void quiet() {
        for (var handler : ROOT.getHandlers()) ROOT.removeHandler(handler);
    }

    /** @param folder of the logs of this run */
    public static void to(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = new FileHandler(folder.resolve("launcher.log").toString());
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.WARNING);
            ROOT.addHandler(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write logs to " + folder, e);
        }
    }
}
