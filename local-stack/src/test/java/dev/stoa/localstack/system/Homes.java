package dev.stoa.localstack.system;

import dev.stoa.localstack.browser.Browsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Two homes, each behind a router of its own, at a public segment: five network namespaces of Linux, which have nothing to do with the
 * machine's own network. The public addresses are ordinary ones, for a TURN server as it is shipped refuses those for documentation.
 */
final class Homes implements AutoCloseable {
    static final String SITE = "8.8.4.10";
    static final String RELAY = "8.8.4.20";

    private static final String PREFIX = "stoa-%d-";
    private static final Pattern OURS = Pattern.compile("stoa-(\\d+)-\\w+");

    private final String prefix = PREFIX.formatted(ProcessHandle.current().pid());
    private final Path folder;

    /** @param folder for small files */
    Homes(Path folder) {
        this.folder = folder;
        forgetTheDead();
        for (var name : List.of("public", "router1", "router2", "home1", "home2")) {
            ip("netns", "add", prefix + name);
            in(name, "link", "set", "lo", "up");
        }
        in("public", "link", "add", "segment", "type", "bridge");
        in("public", "addr", "add", SITE + "/24", "dev", "segment");
        in("public", "addr", "add", RELAY + "/24", "dev", "segment");
        in("public", "link", "set", "segment", "up");
        // As every server has one: without it, a peer's private address is an error that coturn stumbles over.
        in("public", "route", "add", "default", "dev", "segment");
        build(1);
        build(2);
    }

    private void build(int number) {
        var router = "router" + number;
        var home = "home" + number;
        var inside = "192.168." + number;
        link("public", "to" + number, router, "wan");
        in("public", "link", "set", "to" + number, "master", "segment", "up");
        in(router, "addr", "add", "8.8.4.3" + number + "/24", "dev", "wan");
        in(router, "link", "set", "wan", "up");
        link(router, "lan", home, "eth0");
        in(router, "addr", "add", inside + ".1/24", "dev", "lan");
        in(router, "link", "set", "lan", "up");
        in(home, "addr", "add", inside + ".2/24", "dev", "eth0");
        in(home, "link", "set", "eth0", "up");
        in(home, "route", "add", "default", "via", inside + ".1");
        run("ip", "netns", "exec", prefix + router, "sysctl", "-qw", "net.ipv4.ip_forward=1");
    }

    /** What keeps this machine from having such homes, in words; nothing when all is there. */
    static Optional<String> lacking() {
        if (!System.getProperty("os.name").equals("Linux")) return Optional.of("networks of our own need Linux");
        if (!"root".equals(System.getProperty("user.name"))) {
            return Optional.of("networks of our own need root: run the tests as root");
        }
        for (var program : List.of("ip", "nft")) {
            if (Stream.of("/usr/sbin/", "/sbin/", "/usr/bin/")
                    .noneMatch(each -> Files.isExecutable(Path.of(each + program)))) {
                return Optional.of(program + " is missing (Debian: apt-get install iproute2 nftables)");
            }
        }
        var probe = PREFIX.formatted(ProcessHandle.current().pid()) + "probe";
        try {
            ip("netns", "add", probe);
            ip("-n", probe, "link", "add", "one", "type", "veth", "peer", "name", "other");
            ip("-n", probe, "link", "add", "segment", "type", "bridge");
            run("ip", "netns", "exec", probe, "nft", Nat.SYMMETRIC.rules());
            return Optional.empty();
        } catch (IllegalStateException refused) {
            return Optional.of(
                    "the kernel or the container lets us have no network namespace with NAT: " + refused.getMessage());
        } finally {
            delete(probe);
        }
    }

    /** Gives both homes this kind of router, which remembers nothing of what went through it before. */
    void moveBehind(Nat nat) {
        try {
            var rules = folder.resolve("router.nft");
            Files.writeString(rules, "flush ruleset\n" + nat.rules());
            for (var router : List.of("router1", "router2")) {
                run("ip", "netns", "exec", prefix + router, "nft", "-f", rules.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The namespace of the public segment. */
    String segment() {
        return prefix + "public";
    }

    /** A program that is the browser of the first or second home. */
    Path browser(int home) {
        var program = folder.resolve("browser" + home);
        var script = "#!/bin/sh\nexec ip netns exec %shome%d %s \"$@\"\n".formatted(prefix, home, Browsers.chromium());
        try {
            Files.writeString(program, script);
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return program;
    }

    @Override
    public void close() {
        namespaces().filter(name -> name.startsWith(prefix)).forEach(Homes::delete);
    }

    /** Ends what a run that was killed has left. */
    private static void forgetTheDead() {
        namespaces()
                .filter(name -> {
                    var ours = OURS.matcher(name);
                    return ours.matches()
                            && ProcessHandle.of(Long.parseLong(ours.group(1))).isEmpty();
                })
                .forEach(Homes::delete);
    }

    private static Stream<String> namespaces() {
        return ip("netns", "list").lines().map(line -> line.split(" ")[0]);
    }

    private static void delete(String namespace) {
        if (namespaces().noneMatch(namespace::equals)) return;
        ip("netns", "pids", namespace)
                .lines()
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)).stream())
                .forEach(ProcessHandle::destroyForcibly);
        ip("netns", "delete", namespace);
    }

    private void link(String one, String oneDevice, String other, String otherDevice) {
        ip(("link add " + oneDevice + " netns " + prefix + one + " type veth peer name " + otherDevice + " netns "
                        + prefix + other)
                .split(" "));
    }

    private void in(String namespace, String... words) {
        ip(Stream.concat(Stream.of("-n", prefix + namespace), Stream.of(words)).toArray(String[]::new));
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
