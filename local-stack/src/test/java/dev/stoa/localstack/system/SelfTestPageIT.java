package dev.stoa.localstack.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The self-test in the browser: the administrator's whole walk, on a small phone by night, and nobody else's. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SelfTestPageIT {
    private static final double PATIENCE_MS = 60_000;

    private Browsers browsers;
    private Browser browser;

    @BeforeAll
    void open() {
        browsers = Browsers.open();
        browser = browsers.launch();
    }

    @AfterAll
    void close() {
        browsers.close();
    }

    @Test
    void anAdministratorSeesThatAllIsWell(Stack stack) {
        var hypatia = visit(stack);
        hypatia.signIn("admin", "admin");
        var page = hypatia.page();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Account of")))
                .click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Self-test"))
                .click();
        hypatia.button("Run the self-test").press("Enter");

        assertThat(page.getByRole(AriaRole.STATUS).getByText(Pattern.compile("to mend")))
                .hasText(
                        Pattern.compile("^Nothing to mend: 10 fine, 0 to know"),
                        new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MS));
        assertThat(step(page, "Signaling across instances")).containsText("share the room");
        assertThat(step(page, "STUN and TURN")).containsText("on one machine none is needed");
        hypatia.button("Copy report").waitFor();
        page.getByText("Show the report").click();
        assertThat(page.locator("pre")).containsText("ok    Signaling without WebSocket");
        isForEverybody(page, "self-test");
        hypatia.leave();
    }

    @Test
    void aLearnerIsToldWhoseItIs(Stack stack) {
        var linus = visit(stack);
        linus.signIn("linus", "linus");
        var page = linus.page();
        page.navigate(stack.origin() + "/admin/self-test");

        page.getByText("Only administrators can run the self-test").waitFor();
        assertThat(linus.button("Run the self-test")).isHidden();
        isForEverybody(page, "self-test-refused");
        linus.leave();
    }

    private static Locator step(Page page, String title) {
        return page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void isForEverybody(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/screenshots", name + ".png")));
        var found = new AxeBuilder(page).analyze();
        assertThat(found.getViolations()).as("axe on %s", name).isEmpty();
        var sideways =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) sideways).intValue()).isLessThanOrEqualTo(0);
    }

    private Person visit(Stack stack) {
        return Person.arrive(
                browser,
                stack.origin().toString(),
                new Browser.NewContextOptions().setViewportSize(320, 640).setColorScheme(ColorScheme.DARK));
    }
}
