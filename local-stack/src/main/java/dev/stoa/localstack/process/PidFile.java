package dev.stoa.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The children of a run, written down so that the next run can end those that a killed launcher left behind. */
public final class PidFile {
    private static final Duration SAME_START = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path path;

    public PidFile(Path path) {
        this.path = path;
    }

    /**
     * Ends what an earlier run left behind and forgets it. A process counts as left behind when its id, its start time
     * and its program are those that were written down.
     *
     * @return how many processes were ended
     */
    public int reap() {
        try {
            if (!Files.exists(path)) return 0;
            var orphans = Files.readAllLines(path).stream()
                    .map(PidFile::orphan)
                    .flatMap(Optional::stream)
                    .toList();
            orphans.forEach(ProcessHandle::destroy);
            var ends = orphans.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
            try {
                CompletableFuture.allOf(ends).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                orphans.forEach(ProcessHandle::destroyForcibly);
                CompletableFuture.allOf(ends).join();
            }
            delete();
            return orphans.size();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        } catch (InterruptedException | ExecutionException e) {
            throw new StackException("Interrupted while ending the processes of an earlier run.", e);
        }
    }

    synchronized void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }

    /** Writes down a running child. */
    synchronized void add(ChildSpec spec, ProcessHandle process) {
        var started = process.info().startInstant().orElse(Instant.now());
        var line = "%d %d %s%n".formatted(process.pid(), started.toEpochMilli(), spec.name());
        try {
            Files.writeString(path, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + path, e);
        }
    }

    private static Optional<ProcessHandle> orphan(String line) {
        var words = line.split(" ");
        if (words.length != 3) return Optional.empty();
        var started = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(process -> process.info()
                        .startInstant()
                        .map(actual -> Duration.between(started, actual).abs().compareTo(SAME_START) < 0)
                        .orElse(false))
                .filter(process -> process.info().command().map(PidFile::isOurs).orElse(false));
    }

    private static boolean isOurs(String program) {
        var name = Path.of(program).getFileName().toString();
        return name.equals("java") || name.equals("postgres") || name.startsWith("redis-server");
    }
}
