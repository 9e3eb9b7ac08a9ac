package dev.stoa.localstack.bench;

import com.microsoft.playwright.Browser;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Namespaces;
import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two browsers at the ends of a link on which everything takes its time, with the site at the near end: network
 * namespaces with a program between them, as the kernel's own delays ({@code netem}) are not to be had everywhere.
 */
final class SlowLink implements AutoCloseable {
    private static final String NEAR = "near";
    private static final String FAR = "far";
    private static final String NEAR_ADDRESS = "10.77.0.1";
    private static final String FAR_ADDRESS = "10.77.0.2";

    private final Namespaces namespaces;
    private final Process carrier;

    /**
     * @param folder for small files
     * @param oneWay how long a packet takes
     * @param ports of the loopback that both browsers reach as {@code localhost}
     * @throws StackException with what is missing, on a machine that cannot have such a link
     */
    SlowLink(Path folder, Duration oneWay, List<Integer> ports) throws IOException {
        lacking().ifPresent(what -> {
            throw new StackException("No slow link here: " + what + ".");
        });
        namespaces = new Namespaces(folder);
        List.of(NEAR, FAR).forEach(namespaces::add);
        var command = new ArrayList<>(List.of("python3", script(folder).toString()));
        command.addAll(List.of(namespaces.name(NEAR), NEAR_ADDRESS, namespaces.name(FAR), FAR_ADDRESS));
        command.add(String.valueOf(oneWay.toMillis()));
        ports.forEach(port -> command.add(String.valueOf(port)));
        carrier = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (!"ready".equals(carrier.inputReader().readLine())) {
            close();
            throw new StackException("The slow link could not be made.");
        }
    }

    /** What keeps this machine from having such a link, in words; nothing when all is there. */
    static Optional<String> lacking() {
        if (!Files.isWritable(Path.of("/dev/net/tun"))) return Optional.of("/dev/net/tun cannot be used");
        return Namespaces.lacking("ip", "python3");
    }

    /** A browser at the end where the site is. */
    Browser near(Browsers browsers) {
        return launch(browsers, NEAR);
    }

    /** A browser at the other end. */
    Browser far(Browsers browsers) {
        return launch(browsers, FAR);
    }

    private Browser launch(Browsers browsers, String end) {
        return browsers.launch(namespaces.browser(end), List.of("--host-resolver-rules=MAP localhost " + NEAR_ADDRESS));
    }

    @Override
    public void close() {
        carrier.destroy();
        namespaces.close();
    }

    private static Path script(Path folder) throws IOException {
        try (var script = SlowLink.class.getResourceAsStream("/bench/link.py")) {
            if (script == null) throw new IllegalStateException("bench/link.py is not on the class path");
            var file = folder.resolve("link.py");
            Files.copy(script, file);
            return file;
        }
    }
}
