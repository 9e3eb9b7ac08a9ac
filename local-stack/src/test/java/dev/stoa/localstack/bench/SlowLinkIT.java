package dev.stoa.localstack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import dev.stoa.localstack.browser.Browsers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowLinkIT {

    @Test
    void bothEndsReachTheSiteAndTheFarOneTakesItsTime(@TempDir Path folder) throws Exception {
        SlowLink.lacking().ifPresent(what -> abort("No slow link was tried: " + what));
        try (var relay = new BareRelay();
                var browsers = Browsers.open();
                var link = new SlowLink(folder, Duration.ofMillis(150), List.of(relay.port()))) {
            fetch(link.near(browsers), relay.pageUrl());

            assertThat(fetch(link.far(browsers), relay.pageUrl())).isGreaterThanOrEqualTo(300);
        }
    }

    /** How long it takes to fetch the page once more, in ms. */
    private static double fetch(Browser browser, String url) {
        var page = browser.newPage();
        page.navigate(url);
        return ((Number) page.evaluate("""
                async () => {
                  const begun = performance.now();
                  await (await fetch(location.href)).text();
                  return performance.now() - begun;
                }""")).doubleValue();
    }
}
