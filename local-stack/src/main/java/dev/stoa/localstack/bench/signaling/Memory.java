package dev.stoa.localstack.bench.signaling;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.stoa.localstack.process.Child;
import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** What an open socket costs that nobody uses: connects some, then many, and compares the memory of both instances. */
record Memory(Arena arena) {
    private static final int SOME = 5_000;
    private static final int MANY = 19_000;
    /** File descriptors that this process needs for other things than sockets. */
    private static final int OTHER_FILES = 700;

    private static final Duration CALM = Duration.ofSeconds(3);
    private static final Client.Observer NOBODY = new Client.Observer() {};

    /**
     * @param kibPerSocket resident memory of both instances, the slope between the two counts
     * @param some the lower count of sockets
     * @param many the higher one
     * @param connectsPerSecond while going from the one to the other
     */
    record Outcome(double kibPerSocket, int some, int many, double connectsPerSecond) {}

    /** @param share of the counts: 1, or less to be quick */
    Outcome measure(double share) {
        int many = (int) Math.min(MANY * share, files() - OTHER_FILES);
        int some = many * SOME / MANY;
        try (var crowd = Crowd.gather()) {
            connect(crowd, some);
            long low = residentKib();
            double seconds = connect(crowd, many - some).toNanos() / 1e9;
            long high = residentKib();
            return new Outcome((double) (high - low) / (many - some), some, many, (many - some) / seconds);
        }
    }

    private Duration connect(Crowd crowd, int sockets) {
        var took = Duration.ZERO;
        var dialect = arena.contender().dialect();
        var seats = Pairs.seats(sockets / 2, arena.port(0), arena.port(1));
        // A pass is good for a minute: they are made as they are needed.
        for (var side : List.of(seats.first(), seats.second())) {
            for (int from = 0; from < side.size(); from += SOME) {
                var door = new Door(crowd, NOBODY);
                var clients = Trial.clients(side.subList(from, Math.min(from + SOME, side.size())), dialect, door);
                took = took.plus(door.enter(clients));
            }
        }
        LockSupport.parkNanos(CALM.toNanos());
        return took;
    }

    private long residentKib() {
        arena.processes().forEach(Memory::collectGarbage);
        LockSupport.parkNanos(CALM.toNanos());
        return arena.processes().stream().mapToLong(Memory::residentKib).sum();
    }

    private static void collectGarbage(Child process) {
        var command = ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().command())
                .map(Path::of)
                .map(Path::getFileName)
                .map(Path::toString);
        if (!command.equals(Optional.of("java"))) return;
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString());
        words.add(Long.toString(process.pid()));
        words.add("GC.run");
        try {
            var jcmd =
                    new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            jcmd.start().waitFor();
        } catch (IOException e) {
            throw new StackException("The bench needs jcmd, which comes with every JDK.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long residentKib(Child process) {
        try {
            return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("The memory of a process can only be read on Linux", e);
        }
    }

    private static long files() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
    }
}
