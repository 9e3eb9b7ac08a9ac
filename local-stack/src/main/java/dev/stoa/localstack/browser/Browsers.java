package dev.stoa.localstack.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine with a fake camera and microphone, one process per {@link #launch()}. */
public final class Browsers implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--disable-background-timer-throttling",
            "--disable-backgrounding-occluded-windows",
            "--disable-renderer-backgrounding",
            "--mute-audio",
            "--use-fake-device-for-media-stream=fps=30",
            "--use-fake-ui-for-media-stream");

    private final Playwright playwright;

    private Browsers(Playwright playwright) {
        this.playwright = playwright;
    }

    public static Browsers open() {
        var options = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return new Browsers(Playwright.create(options));
    }

    /** A new browser process. */
    public Browser launch() {
        return launch(chromium(), List.of());
    }

    /**
     * A new browser process, started by another program.
     *
     * @param program passes its arguments and open files on to {@link #chromium()}
     * @param more arguments
     */
    public Browser launch(Path program, List<String> more) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setHeadless(true)
                        .setArgs(
                                Stream.concat(ARGUMENTS.stream(), more.stream()).toList()));
    }

    /** A person's own browser profile: no cookies, watched by the witness script. */
    public static BrowserContext profile(Browser browser, Browser.NewContextOptions options) {
        var context = browser.newContext(options);
        context.addInitScript(witness());
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** The script that a watched page runs first: it sets {@code window.__witness}. */
    public static String witness() {
        try (InputStream script = Browsers.class.getResourceAsStream("/browser/witness.js")) {
            if (script == null) throw new IllegalStateException("browser/witness.js is not on the class path");
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The browser's program on this machine. */
    public static Path chromium() {
        return List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable").stream()
                .flatMap(name -> List.of("/usr/bin/", "/usr/local/bin/", "/snap/bin/").stream()
                        .map(folder -> Path.of(folder + name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The browser tests need Chromium: install it (Debian: apt-get install chromium)."));
    }
}
