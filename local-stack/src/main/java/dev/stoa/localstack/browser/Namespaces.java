package dev.stoa.localstack.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Network namespaces of Linux that have nothing to do with the machine's own network, as homes for browsers. Needs root. */
public final class Namespaces implements AutoCloseable {
    private static final String PREFIX =
            "stoa-%d-".formatted(ProcessHandle.current().pid());
    private static final Pattern OURS = Pattern.compile("stoa-(\\d+)-\\w+");

    private final Path folder;

    /** @param folder for small files */
    public Namespaces(Path folder) {
        this.folder = folder;
        forgetTheDead();
    }

    /** What keeps this machine from having any, in words; nothing when all is there. */
    public static Optional<String> lacking(String... programs) {
        if (!System.getProperty("os.name").equals("Linux")) return Optional.of("networks of our own need Linux");
        if (!"root".equals(System.getProperty("user.name"))) return Optional.of("networks of our own need root");
        return Stream.of(programs)
                .filter(program -> Stream.of("/usr/sbin/", "/sbin/", "/usr/bin/")
                        .noneMatch(each -> Files.isExecutable(Path.of(each + program))))
                .map(program -> program + " is missing (Debian: apt-get install iproute2 nftables python3)")
                .findFirst()
                .or(Namespaces::refused);
    }

    private static Optional<String> refused() {
        var probe = PREFIX + "probe";
        try {
            ip("netns", "add", probe);
            delete(probe);
            return Optional.empty();
        } catch (IllegalStateException refused) {
            return Optional.of(
                    "the kernel or the container lets us have no network namespace: " + refused.getMessage());
        }
    }

    /** Adds one, in which programs reach each other, and nothing else yet. */
    public void add(String name) {
        ip("netns", "add", name(name));
        in(name, "link", "set", "lo", "up");
    }

    /** What it is called on this machine. */
    public String name(String name) {
        return PREFIX + name;
    }

    /** Runs {@code ip} for this one. */
    public void in(String name, String... words) {
        ip(Stream.concat(Stream.of("-n", name(name)), Stream.of(words)).toArray(String[]::new));
    }

    /** Runs a program in this one, to its end. */
    public void exec(String name, String... command) {
        run(Stream.concat(Stream.of("ip", "netns", "exec", name(name)), Stream.of(command))
                .toArray(String[]::new));
    }

    /** A cable from a device in one to a device in the other. */
    public void link(String one, String oneDevice, String other, String otherDevice) {
        ip(("link add " + oneDevice + " netns " + name(one) + " type veth peer name " + otherDevice + " netns "
                        + name(other))
                .split(" "));
    }

    /** A program that is the browser of this one. */
    public Path browser(String name) {
        var program = folder.resolve("browser-" + name);
        var script = "#!/bin/sh\nexec ip netns exec %s %s \"$@\"\n".formatted(name(name), Browsers.chromium());
        try {
            Files.writeString(program, script);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return program;
    }

    /** Removes all, and ends what runs in them. */
    @Override
    public void close() {
        all().filter(name -> name.startsWith(PREFIX)).forEach(Namespaces::delete);
    }

    /** Ends what a run that was killed has left. */
    private static void forgetTheDead() {
        all().filter(name -> {
                    var ours = OURS.matcher(name);
                    return ours.matches()
                            && ProcessHandle.of(Long.parseLong(ours.group(1))).isEmpty();
                })
                .forEach(Namespaces::delete);
    }

    private static Stream<String> all() {
        return ip("netns", "list").lines().map(line -> line.split(" ")[0]);
    }

    private static void delete(String namespace) {
        ip("netns", "pids", namespace)
                .lines()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .forEach(ProcessHandle::destroyForcibly);
        ip("netns", "delete", namespace);
    }

    private static String ip(String... words) {
        return run(Stream.concat(Stream.of("ip"), Stream.of(words)).toArray(String[]::new));
    }

    /** @throws IllegalStateException with what the program says, when it fails */
    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said.strip());
            }
            return said;
        } catch (IOException e) {
            throw new IllegalStateException(String.join(" ", command) + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
