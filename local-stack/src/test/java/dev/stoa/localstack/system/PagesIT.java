package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every page on a desktop and on a small phone, light and dark: nothing for axe to find, nothing that scrolls sideways. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private record Screen(String name, int width, int height, ColorScheme colours) {}

    private static final List<Screen> SCREENS = List.of(
            new Screen("desktop", 1280, 800, ColorScheme.LIGHT), new Screen("phone-dark", 360, 740, ColorScheme.DARK));
    private static final List<String> PAGES = List.of("/", "/ask", "/help", "/profile", "/waiting", "/nowhere");

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

    @TestFactory
    Stream<DynamicTest> everyPageCanBeReadByEverybody(Stack stack) {
        return SCREENS.stream().flatMap(screen -> {
            var person = visit(stack, screen);
            var strangers = Stream.of(check(person, stack, screen, "landing", "/", false));
            return Stream.concat(
                    strangers,
                    PAGES.stream()
                            .map(path ->
                                    check(person, stack, screen, "signed-in" + path.replace('/', '-'), path, true)));
        });
    }

    private DynamicTest check(Person person, Stack stack, Screen screen, String name, String path, boolean signedIn) {
        return dynamicTest(screen.name + " " + name, () -> {
            var page = person.page();
            if (signedIn && page.context().cookies().isEmpty()) person.signIn("linus", "linus");
            page.navigate(stack.origin() + path);
            page.getByRole(AriaRole.HEADING).first().waitFor();
            page.evaluate("() => document.fonts.ready.then(() => true)");
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots", screen.name + "-" + name + ".png")));

            var found = new AxeBuilder(page)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                    .analyze();
            assertThat(found.getViolations()).as("axe on %s", name).isEmpty();
            var sideways =
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(((Number) sideways).intValue()).isLessThanOrEqualTo(0);
        });
    }

    @Test
    void signingOutEndsTheSessionHereAndAtTheProvider(Stack stack) {
        var person = visit(stack, SCREENS.getFirst());
        person.signIn("linus", "linus");
        assertThat(person.page()
                        .evaluate("() => JSON.stringify([localStorage, sessionStorage, document.cookie])")
                        .toString())
                .as("no token where a script could find it")
                .doesNotContain("eyJ");

        person.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Account of")))
                .click();
        person.page().getByText("Sign out").click();

        person.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .first()
                .click();
        person.page().locator("#username").waitFor();
        person.leave();
    }

    private Person visit(Stack stack, Screen screen) {
        return Person.arrive(
                browser,
                stack.origin().toString(),
                new Browser.NewContextOptions()
                        .setViewportSize(screen.width, screen.height)
                        .setColorScheme(screen.colours));
    }
}
