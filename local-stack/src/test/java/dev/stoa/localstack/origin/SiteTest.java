package dev.stoa.localstack.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
