package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
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

/** Every page but those of a call on a desktop and on a small phone, light and dark. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private record Screen(String name, int width, int height, ColorScheme colours) {}

    /** Somebody, signed in with the account of that name unless it is empty, and the pages that are for them. */
    private record Visitor(String account, List<String> paths) {}

    private static final List<Screen> SCREENS = List.of(
            new Screen("desktop", 1280, 800, ColorScheme.LIGHT), new Screen("phone-dark", 320, 640, ColorScheme.DARK));
    /** Their lists come after their headings. */
    private static final List<String> LISTS = List.of("/history", "/favourites", "/blocked", "/accounts");

    private static final List<Visitor> VISITORS = List.of(
            new Visitor("", List.of("/", "/join#no-such-link")),
            new Visitor(
                    "linus",
                    List.of(
                            "/",
                            "/ask",
                            "/help",
                            "/profile",
                            "/waiting",
                            "/history",
                            "/favourites",
                            "/blocked",
                            "/nowhere")),
            new Visitor("admin", List.of("/accounts")));

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
        return SCREENS.stream()
                .flatMap(screen -> VISITORS.stream().flatMap(visitor -> {
                    var person = visit(stack, screen);
                    return visitor.paths.stream().map(path -> check(person, stack, screen, visitor.account, path));
                }));
    }

    private static DynamicTest check(Person person, Stack stack, Screen screen, String account, String path) {
        var name = "%s %s%s".formatted(screen.name, account.isEmpty() ? "stranger" : account, path);
        return dynamicTest(name, () -> {
            var page = person.page();
            var isOutside = page.context().cookies().isEmpty();
            if (isOutside && !account.isEmpty()) person.signIn(account, account);
            page.navigate(stack.origin() + path);
            page.getByRole(AriaRole.HEADING).first().waitFor();
            if (LISTS.contains(path)) page.locator("h2").first().waitFor();

            Look.isForEverybody(page, name.replaceAll("\\W+", "-"));
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
        var other = person.page().context().newPage();
        other.navigate(stack.origin() + "/profile");
        account(other).waitFor();

        account(person.page()).click();
        person.page().getByText("Sign out").click();

        person.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .first()
                .click();
        person.page().locator("#username").waitFor();
        other.getByText("You were signed out").waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        person.leave();
    }

    @Test
    void whomTheProviderSignsOutIsSignedOutHere(Stack stack) {
        stack.accounts().create(List.of("signed-out"));
        var person = visit(stack, SCREENS.getFirst());
        person.signIn("signed-out", "signed-out");
        account(person.page()).waitFor();

        stack.accounts().signOut("signed-out");

        person.page().getByText("You were signed out").waitFor(new Locator.WaitForOptions().setTimeout(10_000));
        person.leave();
    }

    private static Locator account(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Account of")));
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
