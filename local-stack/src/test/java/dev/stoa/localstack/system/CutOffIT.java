package dev.stoa.localstack.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** A call when signaling breaks below it, and one from a network that lets no WebSocket through. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CutOffIT {

    /** What a firewall that knows only plain HTTP leaves of a WebSocket. */
    private static final String NO_WEBSOCKET = """
            window.WebSocket = class extends EventTarget {
              static OPEN = 1;
              readyState = 0;
              bufferedAmount = 0;
              onopen = null; onmessage = null; onclose = null; onerror = null;
              constructor() {
                super();
                setTimeout(() => {
                  this.readyState = 3;
                  this.onclose?.(new CloseEvent("close", { code: 1006 }));
                }, 50);
              }
              send() {}
              close() {}
            };""";

    private Browsers browsers;
    private Person learner;
    private Person expert;

    @BeforeAll
    void meet(Stack stack) {
        browsers = Browsers.open();
        var browser = browsers.launch();
        learner = arrive(browser, stack, "linus");
        learner.page().addInitScript(NO_WEBSOCKET);
        expert = arrive(browser, stack, "alan");
        learner.ask(
                "software",
                "Software and applications development and analysis",
                "Is every even number the sum of two primes?");
        learner.awaitOwnFace();
        expert.beAvailable();
        // Whoever was available in an earlier test may be offered the learner first.
        expert.page()
                .getByText("Is every even number")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        learner.sayReady();
        expert.button("Accept").click();
    }

    @AfterAll
    void goHome() {
        browsers.close();
    }

    @Test
    @Order(1)
    void aPageWithoutAWebSocketMeetsAllTheSame() {
        learner.awaitOtherFace();
        expert.awaitOtherFace();
        assertThat(learner.instances()).isEmpty();
        assertThat(expert.instances()).hasSize(1);
    }

    @Test
    @Order(2)
    void theCallNeverNoticesThatASignalingInstanceWasKilled(Stack stack) {
        var doomed = expert.instances().getLast();
        var frames = expert.frames();

        stack.child(doomed).kill();

        await("another instance")
                .atMost(30, SECONDS)
                .until(() -> !expert.instances().getLast().equals(doomed));
        assertThat(expert.instances()).hasSize(2);
        await("pictures").atMost(30, SECONDS).until(() -> expert.frames() > frames + 30);
        assertThat(expert.connections()).isEqualTo(1);
        assertThat(learner.connections()).isEqualTo(1);
        stack.child(doomed).start().awaitReady(Duration.ofSeconds(60));
        expert.page().screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/resumed.png")));
    }

    @Test
    @Order(3)
    void aReloadedPageIsBackInTheCall() {
        expert.page().reload();

        expert.awaitOtherFace();
        await("pictures").atMost(60, SECONDS).until(() -> expert.frames() > 10);
        await("a second connection").atMost(60, SECONDS).until(() -> learner.connections() == 2);
    }

    @Test
    @Order(4)
    void aSecondTabLeavesTheCallWhereItIs(Stack stack) {
        try (var tab = expert.page().context().newPage()) {
            tab.navigate(stack.origin() + "/help");
            tab.getByText("Go to the call").first().waitFor();
            var frames = expert.frames();

            await("pictures").atMost(30, SECONDS).until(() -> expert.frames() > frames + 30);
            assertThat(tab.url()).endsWith("/help");
        }
    }

    @Test
    @Order(5)
    void hangingUpIsSeenWithoutAWebSocketToo() {
        expert.button("Hang up").click();

        learner.page().getByText(" has left").first().waitFor(new Locator.WaitForOptions().setTimeout(5_000));
    }

    private static Person arrive(Browser browser, Stack stack, String name) {
        var person = Person.arrive(
                browser, stack.origin().toString(), new Browser.NewContextOptions().setViewportSize(1280, 800));
        person.signIn(name, name);
        return person;
    }
}
