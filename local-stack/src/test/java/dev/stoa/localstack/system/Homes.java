package dev.stoa.localstack.system;

import dev.stoa.localstack.browser.Namespaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Two homes, each behind a router of its own, at a public segment: five network namespaces. The public addresses are ordinary ones,
 * for a TURN server as it is shipped refuses those for documentation.
 */
final class Homes implements AutoCloseable {
    static final String SITE = "8.8.4.10";
    static final String RELAY = "8.8.4.20";

    private final Namespaces namespaces;
    private final Path folder;

    /** @param folder for small files */
    Homes(Path folder) {
        this.folder = folder;
        namespaces = new Namespaces(folder);
        List.of("public", "router1", "router2", "home1", "home2").forEach(namespaces::add);
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
        namespaces.link("public", "to" + number, router, "wan");
        in("public", "link", "set", "to" + number, "master", "segment", "up");
        in(router, "addr", "add", "8.8.4.3" + number + "/24", "dev", "wan");
        in(router, "link", "set", "wan", "up");
        namespaces.link(router, "lan", home, "eth0");
        in(router, "addr", "add", inside + ".1/24", "dev", "lan");
        in(router, "link", "set", "lan", "up");
        in(home, "addr", "add", inside + ".2/24", "dev", "eth0");
        in(home, "link", "set", "eth0", "up");
        in(home, "route", "add", "default", "via", inside + ".1");
        namespaces.exec(router, "sysctl", "-qw", "net.ipv4.ip_forward=1");
    }

    /** What keeps this machine from having such homes, in words; nothing when all is there. */
    static Optional<String> lacking() {
        return Namespaces.lacking("ip", "nft").or(Homes::refused);
    }

    private static Optional<String> refused() {
        try (var probe = new Namespaces(Path.of("target"))) {
            probe.add("probe");
            probe.in("probe", "link", "add", "one", "type", "veth", "peer", "name", "other");
            probe.in("probe", "link", "add", "segment", "type", "bridge");
            probe.exec("probe", "nft", Nat.SYMMETRIC.rules());
            return Optional.empty();
        } catch (IllegalStateException refused) {
            return Optional.of("the kernel or the container lets us have no NAT: " + refused.getMessage());
        }
    }

    /** Gives both homes this kind of router, which remembers nothing of what went through it before. */
    void moveBehind(Nat nat) {
        try {
            var rules = folder.resolve("router.nft");
            Files.writeString(rules, "flush ruleset\n" + nat.rules());
            for (var router : List.of("router1", "router2")) {
                namespaces.exec(router, "nft", "-f", rules.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The namespace of the public segment. */
    String segment() {
        return namespaces.name("public");
    }

    /** A program that is the browser of the first or second home. */
    Path browser(int home) {
        return namespaces.browser("home" + home);
    }

    @Override
    public void close() {
        namespaces.close();
    }

    private void in(String namespace, String... words) {
        namespaces.in(namespace, words);
    }
}
