package dev.stoa.localstack.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
import dev.stoa.localstack.browser.Route;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A learner and an expert at home, each behind a router with NAT, see and hear each other whatever the routers let through. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NatIT {
    /** In the order in which they are closed. */
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Homes homes;
    private Person learner;
    private Person expert;

    @BeforeAll
    void moveIn(Stack stack, @TempDir Path folder) throws Exception {
        Homes.lacking().ifPresent(what -> abort("No call through NAT was tried: " + what));
        homes = open(new Homes(folder));
        homes.moveBehind(Nat.CONE);
        open(new FarSite(stack, homes, folder));
        var browsers = open(Browsers.open());
        learner = arrive(browsers, 1, stack, "linus");
        expert = arrive(browsers, 2, stack, "alan");
    }

    private <T extends AutoCloseable> T open(T part) {
        parts.push(part);
        return part;
    }

    @AfterAll
    void moveOut() throws Exception {
        for (var part : parts) part.close();
    }

    @Test
    void betweenRoutersThatChoosePortsAtRandomTheRelayCarriesTheCall() {
        meetBehind(Nat.SYMMETRIC);

        // One relay is enough for both: the other one's candidate is then what that relay sees of its router.
        assertThat(List.of(learner.route(), expert.route()))
                .allMatch(Route::isRelayed)
                .anyMatch(route -> route.relayedOver("udp"));
        hangUp();
    }

    @Test
    @Tag("long")
    void betweenOrdinaryRoutersTheCallIsDirect() {
        meetBehind(Nat.CONE);

        // A relay may be ready a moment before the direct way, and is left for it then.
        await().atMost(10, SECONDS)
                .untilAsserted(() ->
                        assertThat(List.of(learner.route(), expert.route())).allMatch(Route::isDirectThroughNat));
        hangUp();
    }

    @Test
    @Tag("long")
    void whereNoUdpLeavesTheRelayIsReachedOverTcp() {
        meetBehind(Nat.NO_UDP);

        assertThat(learner.route()).matches(route -> route.relayedOver("tcp"));
        assertThat(expert.route()).matches(route -> route.relayedOver("tcp"));
        hangUp();
    }

    @Test
    @Tag("long")
    void whereOnlyTheWebIsLetThroughTheRelayIsReachedOverTls() {
        meetBehind(Nat.WEB_ONLY);

        assertThat(learner.route()).matches(route -> route.relayedOver("tls"));
        assertThat(expert.route()).matches(route -> route.relayedOver("tls"));
        hangUp();
    }

    private void meetBehind(Nat nat) {
        homes.moveBehind(nat);
        learner.ask("physics", "Physics", "Why is the sky dark at night?");
        learner.awaitOwnFace();
        expert.beAvailable();
        // Whoever was available in an earlier test may be offered the learner first.
        expert.page().getByText("Why is the sky dark").first().waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        learner.sayReady();
        expert.button("Accept").click();
        learner.awaitOtherFace();
        expert.awaitOtherFace();
        Faces.assertReceives(learner);
        Faces.assertReceives(expert);
    }

    private void hangUp() {
        expert.button("Hang up").click();
        learner.page().getByText(" has left").first().waitFor();
    }

    private Person arrive(Browsers browsers, int home, Stack stack, String name) {
        var browser = browsers.launch(homes.browser(home), FarSite.browserArguments());
        var person = Person.arrive(
                browser, stack.origin().toString(), new Browser.NewContextOptions().setViewportSize(1280, 800));
        person.signIn(name, name);
        return person;
    }
}
