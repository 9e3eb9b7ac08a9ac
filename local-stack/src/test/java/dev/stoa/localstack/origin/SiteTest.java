package dev.stoa.localstack.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoa.localstack.process.StackException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The web-ui as a browser gets it. */
class SiteTest {
    @TempDir
    private Path site;

    private OpenOrigin origin;

    @BeforeEach
    void open() throws Exception {
        Files.writeString(site.resolve("index.html"), "<title>Stoa</title>");
        Files.createDirectories(site.resolve("assets"));
        Files.writeString(site.resolve("assets/app-1234.js"), "let a = 1;\n".repeat(500));
        origin = new OpenOrigin(site);
    }

    @AfterEach
    void close() {
        origin.close();
    }

    @Test
    void pagesAreAlwaysFreshAndAssetsAreKeptForEver() throws Exception {
        var page = origin.send(origin.request("/call/mch_1"));
        var asset = origin.send(origin.request("/assets/app-1234.js").header("Accept-Encoding", "gzip"));

        assertThat(page.body()).isEqualTo("<title>Stoa</title>");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(page.headers().firstValue("Permissions-Policy").orElseThrow())
                .contains("camera=(self)");
        assertThat(asset.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(asset.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(asset.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/javascript");
        assertThat(origin.send(origin.request("/assets/gone.js")).statusCode()).isEqualTo(404);
        assertThat(origin.send(origin.request("/").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void untilAllIsReadyAPageSaysSoAndComesByItself() throws Exception {
        try (var starting = OpenOrigin.notYet(site)) {
            var early = starting.send(starting.request("/ask"));

            assertThat(early.statusCode()).isEqualTo(503);
            assertThat(early.body()).contains("Stoa is starting");
            assertThat(early.headers().firstValue("Refresh")).contains("1");
            assertThat(early.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(starting.send(starting.request("/api/identity/v1/me")).statusCode())
                    .isEqualTo(201);

            starting.open();

            assertThat(starting.send(starting.request("/ask")).body()).isEqualTo("<title>Stoa</title>");
        }
    }

    @Test
    void nobodyFramesAPageUnlessTold() throws Exception {
        for (var path : List.of("/", "/join", "/join/call/mch_1", "/index.html")) {
            assertThat(ancestors(origin, path)).as(path).isEqualTo("'none'");
        }
    }

    @Test
    void thePagesOfGuestsMayBeFramedByTheOriginsThatWereNamed() throws Exception {
        try (var open = new OpenOrigin(site, Embedding.of("https://school.example https://*.learn.example:8443"))) {
            for (var path : List.of("/join", "/join/", "/join/call/mch_1")) {
                assertThat(ancestors(open, path))
                        .as(path)
                        .isEqualTo("https://school.example https://*.learn.example:8443");
            }
            for (var path : List.of("/", "/call/mch_1", "/joined", "/index.html", "/x/join", "/assets/app-1234.js")) {
                assertThat(ancestors(open, path)).as(path).isEqualTo("'none'");
            }
        }
    }

    @Test
    void whatIsNoOriginIsRefusedAtTheStart() {
        for (var setting :
                List.of("school.example", "https://school.example/", "https://a.example; script-src *", "*")) {
            assertThatThrownBy(() -> Embedding.of(setting))
                    .as(setting)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("STOA_EMBED_ORIGINS");
        }
        assertThat(Embedding.of("http://localhost:3000").origins()).containsExactly("http://localhost:3000");
    }

    private static String ancestors(OpenOrigin origin, String path) throws Exception {
        var policy = origin.send(origin.request(path)).headers().allValues("Content-Security-Policy");
        assertThat(policy).hasSize(1);
        var found = Pattern.compile("(?:^|; )frame-ancestors ([^;]+)").matcher(policy.getFirst());
        assertThat(found.find()).as(policy.getFirst()).isTrue();
        return found.group(1);
    }
}
