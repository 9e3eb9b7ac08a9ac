package dev.stoa.localstack.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody deletes her account while her question waits, and comes back; and what the page says to those who arrive signed out. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletionIT {
    private static final String NAME = "leaver";
    private static final String FIELD = "Software and applications development and analysis";
    private static final String STANDING = "/api/matchmaking/v1/standing";

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
    void whoLeavesIsForgottenWithinSecondsAndMayBeginAnew(Stack stack) {
        stack.accounts().create(List.of(NAME));
        var person = arrive(stack);
        person.signIn(NAME, NAME);
        person.ask("software", FIELD, "Who answers when I am gone?");
        var before = new ApiClient(stack.origin().toString(), stack.accounts().token(NAME));
        before.get(STANDING).expect(200);

        person.page().navigate(stack.origin() + "/profile");
        person.button("Delete my account").click();
        var dialog = person.page().getByRole(AriaRole.DIALOG);
        dialog.waitFor();
        Look.isForEverybody(person.page(), "phone-deletion-asked");
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions()
                                .setName("Delete my account")
                                .setExact(true))
                .click();

        person.page().getByText("Your account is deleted.").waitFor();
        Look.isForEverybody(person.page(), "phone-deletion-done");
        await("matchmaking has heard of it")
                .atMost(5, SECONDS)
                .untilAsserted(() -> assertThat(before.get(STANDING).status()).isIn(401, 403));
        assertThat(before.get("/api/identity/v1/me").status()).isEqualTo(401);

        person.signIn(NAME, NAME);
        person.ask("software", FIELD, "May I begin again?");
        person.leave();
    }

    @Test
    void aSignInThatCameToNothingIsTold(Stack stack) {
        var person = arrive(stack);

        person.page().navigate(stack.origin() + "/?signIn=cancelled");

        var notice = person.page().getByRole(AriaRole.ALERT);
        notice.getByText("the sign-in was cancelled").waitFor();
        person.page()
                .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Stuck?"))
                .waitFor();
        assertThat(person.page().url()).isEqualTo(stack.origin() + "/");
        Look.isForEverybody(person.page(), "phone-sign-in-cancelled");
        notice.getByText("Try again").click();
        person.page().locator("#username").waitFor();
        person.leave();
    }

    private Person arrive(Stack stack) {
        return Person.arrive(
                browser, stack.origin().toString(), new Browser.NewContextOptions().setViewportSize(360, 740));
    }
}
