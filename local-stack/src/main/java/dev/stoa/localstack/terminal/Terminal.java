package dev.stoa.localstack.terminal;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Prints progress. On a terminal each part has one line that is renewed in place; elsewhere (a file, a CI log) a line
 * is printed when something begins and when it is ready.
 */
public final class Terminal implements Progress, AutoCloseable {
    private static final String LINE = "  %-16s %-7s %5.1f s  %s";

    private final PrintStream out;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private final @Nullable ScheduledExecutorService painter;
    private int painted;

    private record Part(long began, String note, long took) {
        boolean isReady() {
            return took >= 0;
        }
    }

    /** @param inPlace whether {@code out} is a terminal whose lines can be renewed */
    public Terminal(PrintStream out, boolean inPlace) {
        this.out = out;
        this.painter = inPlace
                ? Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("terminal").factory())
                : null;
        if (painter != null) painter.scheduleAtFixedRate(this::paint, 200, 200, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void begin(String part, String note) {
        var before = parts.get(part);
        parts.put(part, new Part(before == null ? System.nanoTime() : before.began, note, -1));
        if (painter == null) out.printf("  %-16s %s%n", part, note);
    }

    @Override
    public synchronized void ready(String part) {
        var before = parts.get(part);
        if (before == null || before.isReady()) return;
        var ready = new Part(before.began, "", System.nanoTime() - before.began);
        parts.put(part, ready);
        if (painter == null) out.println(line(part, ready));
    }

    @Override
    public synchronized void say(String line) {
        erase();
        out.println(line);
        repaint();
    }

    /** Paints the last state and stops renewing. */
    @Override
    public synchronized void close() {
        if (painter == null) return;
        painter.shutdownNow();
        paint();
        painted = 0;
    }

    private synchronized void paint() {
        erase();
        repaint();
    }

    private void erase() {
        if (painted > 0) out.printf("\033[%dA\033[J", painted);
        painted = 0;
    }

    private void repaint() {
        if (painter == null) return;
        parts.forEach((name, part) -> out.println(line(name, part)));
        painted = parts.size();
        out.flush();
    }

    private static String line(String name, Part part) {
        var nanos = part.isReady() ? part.took : System.nanoTime() - part.began;
        return String.format(Locale.ROOT, LINE, name, part.isReady() ? "ready" : "…", nanos / 1e9, part.note)
                .stripTrailing();
    }
}
