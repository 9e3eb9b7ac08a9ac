package dev.stoa.localstack.firefox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * The Firefox of this machine with a fake camera and microphone, driven by WebDriver BiDi, which needs no other program:
 * Playwright drives only a Firefox of its own.
 */
public final class Firefox implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final String PREFERENCES = """
            user_pref("media.navigator.streams.fake", true);
            user_pref("media.navigator.permission.disabled", true);
            user_pref("media.autoplay.default", 0);
            user_pref("browser.shell.checkDefaultBrowser", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("app.update.enabled", false);
            """;

    private final Process process;
    private final Bidi bidi;

    private Firefox(Process process, Bidi bidi) {
        this.process = process;
        this.bidi = bidi;
    }

    /** A new browser process with a new profile in this folder. */
    public static Firefox launch(Path folder) {
        try {
            var profile = Files.createDirectories(folder.resolve("profile"));
            Files.writeString(profile.resolve("user.js"), PREFERENCES);
            var log = folder.resolve("firefox.log");
            var process = new ProcessBuilder(List.of(
                            program().toString(),
                            "--headless",
                            "--no-remote",
                            "--profile",
                            profile.toString(),
                            "--remote-debugging-port=0"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Firefox(process, new Bidi(URI.create(address(log) + "/session")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A tab whose pages are watched by this script. */
    public FirefoxPage open(String witness) {
        bidi.send("session.new", Map.of("capabilities", Map.of()));
        bidi.send("script.addPreloadScript", Map.of("functionDeclaration", "() => {" + witness + "}"));
        var tab = bidi.send("browsingContext.create", Map.of("type", "tab"))
                .get("context")
                .asText();
        var size = Map.of("width", 1280, "height", 800);
        bidi.send("browsingContext.setViewport", Map.of("context", tab, "viewport", size));
        return new FirefoxPage(bidi, tab);
    }

    @Override
    public void close() throws InterruptedException {
        bidi.close();
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }

    private static String address(Path log) {
        return Awaitility.await("Firefox")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> ADDRESS.matcher(Files.readString(log))
                                .results()
                                .map(found -> found.group(1))
                                .findFirst()
                                .orElse(""),
                        address -> !address.isEmpty());
    }

    private static Path program() {
        return List.of("/usr/bin/firefox-esr", "/usr/bin/firefox", "/usr/local/bin/firefox").stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The test of two browsers needs Firefox: install it (Debian: apt-get install firefox-esr)."));
    }
}
