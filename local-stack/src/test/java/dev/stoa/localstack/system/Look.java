package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;

/** How a page looks just now. */
final class Look {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Look() {}

    static void picture(Page page, String name) {
        page.evaluate("() => document.fonts.ready.then(() => true)");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name + ".png")));
    }

    /** Nothing for axe to find, nothing that scrolls sideways. */
    static void isForEverybody(Page page, String name) {
        picture(page, name);
        var found = new AxeBuilder(page).withTags(WCAG).analyze();
        assertThat(found.getViolations()).as("axe on %s", name).isEmpty();
        var sideways =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) sideways).intValue()).as("sideways on %s", name).isLessThanOrEqualTo(0);
    }
}
