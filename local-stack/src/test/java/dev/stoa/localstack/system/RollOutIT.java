package dev.stoa.localstack.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every service is replaced, one instance after the other, while people ask, help and talk: no ticket is lost, no request fails
 * for good, and the call that goes on does not notice. Midway the schema becomes a newer version's, as when such a one was
 * started and taken back: what runs goes on, and what starts takes it as it is.
 */
@ExtendWith(RunningStack.class)
class RollOutIT {
    private static final int LEARNERS = 8;
    private static final int EXPERTS = 5;
    /** As an orchestrator's grace period. */
    private static final Duration STOP = Duration.ofSeconds(25);

    /** The processors are for what starts. */
    private static final List<String> FEW_PICTURES = List.of("--use-fake-device-for-media-stream=fps=5");

    private static final Duration READY = Duration.ofSeconds(90);
    /** The first matchmaking instance goes on while the schema changes, the second one starts on the changed one. */
    private static final String FIRST_ON_NEWER_SCHEMA = "identity";

    @Test
    void nobodyNotices(Stack stack) throws Exception {
        try (var browsers = Browsers.open();
                var threads = Executors.newVirtualThreadPerTaskExecutor();
                var shift = new Shift()) {
            var browser = browsers.launch(Browsers.chromium(), FEW_PICTURES);
            var learner = arrive(browser, stack, "linus");
            var expert = arrive(browser, stack, "alan");
            call(learner, expert);
            var experts = help(stack, shift, threads::submit);
            var learners = learn(stack, shift, threads::submit);
            await("the first matches").atMost(60, SECONDS).until(() -> shift.helped() >= 3);

            for (var name : List.of("matchmaking-1", "signaling-1", "identity", "matchmaking-2", "signaling-2")) {
                if (name.equals(FIRST_ON_NEWER_SCHEMA)) NewerSchema.bring(stack);
                var seen = List.of(learner.frames(), expert.frames());
                var child = stack.child(name);
                child.stop(STOP);
                var helped = shift.helped();
                child.start().awaitReady(READY);

                await(name + " is back")
                        .atMost(60, SECONDS)
                        .untilAsserted(() -> assertThat(shift.helped()).isGreaterThan(helped));
                assertThat(learner.frames()).as("frames after " + name).isGreaterThan(seen.getFirst());
                assertThat(expert.frames()).as("frames after " + name).isGreaterThan(seen.getLast());
            }

            shift.takeNoMore();
            for (var each : learners) each.get(90, SECONDS);
            NewerSchema.isServedBy(stack, "rolled-learner0");
            NewerSchema.holds(stack, shift.matches());
            shift.end();
            for (var each : experts) each.get(30, SECONDS);
            assertThat(shift.oddities()).isEmpty();
            assertThat(Stream.of(learner, expert).map(Person::connections)).containsOnly(1);
            expert.button("Hang up").click();
            learner.page().getByText(" has left").first().waitFor();
        }
    }

    private interface Start {
        Future<?> of(Runnable task);
    }

    private static List<Future<?>> help(Stack stack, Shift shift, Start start) {
        var names =
                IntStream.range(0, EXPERTS).mapToObj(i -> "rolled-expert" + i).toList();
        stack.accounts().create(names);
        var administrator = Administrator.of(stack);
        var busy = new ArrayList<Future<?>>();
        for (var name : names) {
            var api = client(stack, name);
            var profile = Map.of("displayName", name, "languages", List.of("en"), "fields", List.of(Shift.FIELD));
            administrator.verify(
                    api.patiently("PUT", "/api/identity/v1/me", profile).expect(200));
            busy.add(start.of(() -> shift.help(name, api)));
        }
        return busy;
    }

    private static List<Future<?>> learn(Stack stack, Shift shift, Start start) {
        var names =
                IntStream.range(0, LEARNERS).mapToObj(i -> "rolled-learner" + i).toList();
        stack.accounts().create(names);
        var busy = new ArrayList<Future<?>>();
        for (var name : names) {
            var api = client(stack, name);
            busy.add(start.of(() -> shift.learn(name, api)));
        }
        return busy;
    }

    private static ApiClient client(Stack stack, String name) {
        return new ApiClient(stack.origin().toString(), stack.accounts().token(name));
    }

    private static void call(Person learner, Person expert) {
        learner.ask("software", "Software and applications development and analysis", "Does it hold while it rolls?");
        learner.awaitOwnFace();
        expert.beAvailable();
        expert.page()
                .getByText("Does it hold while it rolls?")
                .first()
                .waitFor(new Locator.WaitForOptions().setTimeout(90_000));
        learner.sayReady();
        expert.button("Accept").click();
        learner.awaitOtherFace();
        expert.awaitOtherFace();
    }

    private static Person arrive(Browser browser, Stack stack, String name) {
        var person = Person.arrive(
                browser, stack.origin().toString(), new Browser.NewContextOptions().setViewportSize(1280, 800));
        person.signIn(name, name);
        return person;
    }
}
