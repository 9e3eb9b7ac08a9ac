package dev.stoa.localstack.system;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One call from signing in to hanging up, between two people at two browsers and two signaling instances. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CallIT {
    private static final int FILE_BYTES = 20 * 1024 * 1024;

    /** Audio energy of three silent seconds: what a decoder makes up for late packets. A voice has a hundred times that. */
    private static final double SILENCE = 0.005;

    @TempDir
    private Path folder;

    private Browsers browsers;
    private Person learner;
    private Person expert;

    @BeforeAll
    void arrive(Stack stack) {
        browsers = Browsers.open();
        var browser = browsers.launch();
        learner = Person.arrive(
                browser, stack.origin().toString(), new Browser.NewContextOptions().setViewportSize(1280, 800));
        expert = Person.arrive(
                browser,
                stack.origin().toString(),
                new Browser.NewContextOptions().setViewportSize(1280, 800).setColorScheme(ColorScheme.DARK));
        learner.page().navigate(stack.origin().toString());
        Look.picture(learner.page(), "landing");
        learner.signIn("ada", "ada");
        expert.signIn("grace", "grace");
        Look.picture(learner.page(), "home");
    }

    @AfterAll
    void goHome() {
        browsers.close();
    }

    @Test
    @Order(1)
    void theLearnerWaitsWithAPlaceInTheQueue() {
        learner.ask("software", "Software and applications development and analysis", "Why does my loop never end?");

        learner.awaitOwnFace();
        assertThat(learner.page().getByText("Place 1 in the queue").first().isVisible())
                .isTrue();
        Look.picture(learner.page(), "waiting");
    }

    @Test
    @Order(2)
    void theExpertIsOfferedTheLearnerAndBothSeeAndHearEachOther() {
        expert.beAvailable();
        expert.page().getByText("Why does my loop never end?").first().waitFor();
        Look.picture(expert.page(), "offer");
        learner.button("I’m ready").waitFor();
        Look.picture(learner.page(), "ready-check");
        learner.sayReady();
        learner.page().waitForFunction("() => document.activeElement.textContent.startsWith('Waiting for ')");
        expert.button("Accept").click();

        learner.awaitOtherFace();
        expert.awaitOtherFace();
        Faces.assertReceives(learner);
        Faces.assertReceives(expert);
        Look.isForEverybody(learner.page(), "call-learner");
        Look.isForEverybody(expert.page(), "call-expert");
        learner.page().setViewportSize(320, 640);
        Look.isForEverybody(learner.page(), "call-phone");
        learner.page().setViewportSize(1280, 800);
    }

    @Test
    @Order(3)
    void theCallCrossesTwoSignalingInstances() {
        assertThat(learner.instances().getLast())
                .isNotEqualTo(expert.instances().getLast());
    }

    @Test
    @Order(4)
    void theVoiceStopsWithinTwoSecondsOfMute() {
        learner.button("Mute microphone").click();
        var mutedAt = System.nanoTime();

        await().atMost(30, SECONDS).until(() -> System.nanoTime() - mutedAt > SECONDS.toNanos(2));
        var energy = energyAt(expert);
        await().atMost(30, SECONDS).until(() -> System.nanoTime() - mutedAt > SECONDS.toNanos(5));
        assertThat(energyAt(expert) - energy).isLessThan(SILENCE);

        learner.button("Unmute microphone").click();
        await("the voice").atMost(30, SECONDS).until(() -> energyAt(expert) > energy + SILENCE);
    }

    @Test
    @Order(5)
    void theCameraIsReallyOffWhenItIsOff() {
        learner.button("Turn camera off").click();

        var live = "() => navigator.mediaDevices && [...document.querySelectorAll('video')]"
                + ".flatMap((video) => video.srcObject?.getVideoTracks() ?? [])"
                + ".filter((track) => track.readyState === 'live' && track.label.includes('fake')).length";
        await("no camera is live")
                .atMost(30, SECONDS)
                .until(() -> ((Number) learner.page().evaluate(live)).intValue() == 0);
        var frames = learner.received().get("frames").asLong();
        await("the other one goes on")
                .atMost(30, SECONDS)
                .until(() -> learner.received().get("frames").asLong() > frames);

        learner.button("Turn camera on").click();
        var seen = expert.received().get("frames").asLong();
        await("the camera is seen")
                .atMost(30, SECONDS)
                .until(() -> expert.received().get("frames").asLong() > seen + 10);
    }

    @Test
    @Order(6)
    void chatMessagesCross() {
        say(learner, "Can you see my <b>loop</b>?");
        say(expert, "Yes: i never changes.");

        expert.page().getByText("Can you see my <b>loop</b>?").first().waitFor();
        learner.page().getByText("Yes: i never changes.").first().waitFor();
        Look.picture(learner.page(), "chat");
    }

    @Test
    @Order(7)
    void whatIsBeingWrittenOutlivesTheClosedChat() {
        var box = learner.page().getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
        box.fill("And why");
        box.dispatchEvent("keydown", Map.of("key", "Escape", "isComposing", true));
        box.press("End");
        box.press("Escape");
        learner.button("Open chat").click();

        assertThat(box.inputValue()).isEqualTo("And why");
        box.clear();
    }

    @Test
    @Order(8)
    void aSharedScreenIsSeen() {
        expert.button("Share screen").click();

        learner.page()
                .waitForFunction("() => [...document.querySelectorAll('video[aria-label^=\"Screen of\"]')]"
                        + ".some((video) => video.videoWidth > 0 && !video.paused)");
        Look.picture(learner.page(), "screen");
        expert.button("Stop sharing").click();
        learner.page().waitForFunction("() => !document.querySelector('video[aria-label^=\"Screen of\"]')");
    }

    @Test
    @Order(9)
    void aFileCrossesWhole() throws Exception {
        var sent = folder.resolve("notes.bin");
        var bytes = new byte[FILE_BYTES];
        new Random(42).nextBytes(bytes);
        Files.write(sent, bytes);

        var chooser = learner.page()
                .waitForFileChooser(() -> learner.button("Send a file").click());
        chooser.setFiles(sent);
        expert.page().getByText("notes.bin").first().waitFor();
        // On a phone the open chat lies over the call, but not over this.
        expert.page().setViewportSize(360, 640);
        Look.picture(expert.page(), "file-offered");
        expert.button("Accept file").click();
        var save = expert.button("Save file");
        save.waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        Download download = expert.page().waitForDownload(save::click);

        assertThat(sha256(download.path())).isEqualTo(sha256(sent));
        Look.picture(learner.page(), "file-sent");
    }

    @Test
    @Order(10)
    void aClosedTabIsSeenAsGoneByTheOther() {
        expert.page().close();

        learner.page().getByText("Reconnecting to ").first().waitFor(new Locator.WaitForOptions().setTimeout(15_000));
        learner.page().getByText(" has left").first().waitFor(new Locator.WaitForOptions().setTimeout(30_000));
        Look.picture(learner.page(), "left");
    }

    private static double energyAt(Person person) {
        return person.received().get("energy").asDouble();
    }

    private static void say(Person person, String words) {
        if (person.button("Open chat").isVisible()) person.button("Open chat").click();
        var box = person.page().getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
        box.fill(words);
        box.press("Enter");
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
