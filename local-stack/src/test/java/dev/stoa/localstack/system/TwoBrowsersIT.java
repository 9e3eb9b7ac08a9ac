package dev.stoa.localstack.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import dev.stoa.localstack.Stack;
import dev.stoa.localstack.browser.Browsers;
import dev.stoa.localstack.browser.Person;
import dev.stoa.localstack.firefox.Firefox;
import dev.stoa.localstack.firefox.FirefoxPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Calls between Firefox and Chromium: each asks the other once, so that each of them offers and answers once. */
@ExtendWith(RunningStack.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoBrowsersIT {
    private static final String FIELD = "Philosophy and ethics";
    private static final String CODE = "0223";
    private static final int FILE_BYTES = 1024 * 1024;

    private Browsers browsers;
    private Firefox firefox;
    private Person inChromium;
    private FirefoxPage inFirefox;
    private Path file;

    @BeforeAll
    void arrive(Stack stack, @TempDir Path folder) throws Exception {
        stack.accounts().create(List.of("plato", "socrates"));
        prepare(stack, "plato");
        prepare(stack, "socrates");
        file = Files.write(folder.resolve("dialogue.bin"), new byte[FILE_BYTES]);
        browsers = Browsers.open();
        inChromium = Person.arrive(
                browsers.launch(),
                stack.origin().toString(),
                new Browser.NewContextOptions().setViewportSize(1280, 800));
        inChromium.signIn("plato", "plato");
        firefox = Firefox.launch(folder);
        inFirefox = firefox.open(Browsers.witness());
        signIn(stack, "socrates");
    }

    @AfterAll
    void goHome() throws Exception {
        firefox.close();
        browsers.close();
    }

    @Test
    void whoAsksInFirefoxMeetsAnExpertInChromium(Stack stack) {
        inFirefox.navigate(stack.origin() + "/ask");
        inFirefox.type("//input[@role='combobox']", "philosophy");
        inFirefox.click("//*[@role='option'][contains(., '%s')]".formatted(FIELD));
        inFirefox.type("//textarea", "What is justice?");
        inFirefox.press("Ask for help");
        inFirefox.awaitText("in the queue");
        inChromium.beAvailable();
        inFirefox.press("I’m ready");
        inChromium.button("Accept").click();

        assertBothSeeAndHear();
        assertChatCrosses();
        assertFilesCross();
        inChromium.button("Share screen").click();
        inFirefox.await("() => [...document.querySelectorAll('video[aria-label^=\"Screen of\"]')]"
                + ".some((video) => video.videoWidth > 0 && !video.paused)");
        inFirefox.picture(Path.of("target/screenshots/firefox-screen.png"));
        inChromium.button("Hang up").click();
        inFirefox.awaitText("plato has left");
        inChromium.page().navigate(stack.origin() + "/help");
        inChromium.button("Stop being available").click();
    }

    @Test
    void whoHelpsInFirefoxIsBackInTheCallAfterAReload(Stack stack) {
        inChromium.ask("philosophy", FIELD, "What is piety?");
        inFirefox.navigate(stack.origin() + "/help");
        inFirefox.press("I'm available");
        inFirefox.awaitText("You're available");
        inFirefox.awaitText("What is piety?");
        inChromium.sayReady();
        inFirefox.press("Accept");

        assertBothSeeAndHear();
        inFirefox.reload();
        assertBothSeeAndHear();
        inFirefox.press("Hang up");
        inChromium.page().getByText("socrates has left").first().waitFor();
        inFirefox.navigate(stack.origin() + "/help");
        inFirefox.press("Stop being available");
    }

    private void assertBothSeeAndHear() {
        inChromium.awaitOtherFace();
        inFirefox.await("() => window.__witness.firstRemoteFrameAt !== null");
        Faces.assertReceives(inChromium);
        Faces.assertReceives(() -> inFirefox.evaluate("() => window.__witness.received()"));
    }

    private void assertChatCrosses() {
        inFirefox.press("Open chat");
        inFirefox.type("//*[@aria-label='Message']", "Do you hear me?");
        inFirefox.press("Send message");
        inChromium.page().getByText("Do you hear me?").first().waitFor();
        inChromium.button("Open chat").click();
        var box = inChromium.page().getByLabel("Message", new Page.GetByLabelOptions().setExact(true));
        box.fill("Every word.");
        box.press("Enter");
        inFirefox.awaitText("Every word.");
    }

    private void assertFilesCross() {
        inFirefox.give("//input[@type='file']", file);
        inChromium.button("Accept file").click();
        inChromium.button("Save file").waitFor();
        inFirefox.awaitText("Arrived whole");
        inChromium
                .page()
                .waitForFileChooser(() -> inChromium.button("Send a file").click())
                .setFiles(file);
        inFirefox.press("Accept file");
        inFirefox.awaitText("Received whole");
    }

    private void signIn(Stack stack, String name) {
        inFirefox.navigate(stack.origin().toString());
        inFirefox.click("//a[normalize-space(.)='Sign in']");
        inFirefox.type("//*[@id='username']", name);
        inFirefox.type("//*[@id='password']", name);
        inFirefox.click("//*[@id='kc-login']");
        inFirefox.awaitText("Hello, ");
    }

    private static void prepare(Stack stack, String name) {
        var api = new ApiClient(stack.origin().toString(), stack.accounts().token(name));
        var profile = Map.of("displayName", name, "languages", List.of("en"), "fields", List.of(CODE));
        Administrator.of(stack).verify(api.put("/api/identity/v1/me", profile).expect(200));
    }
}
