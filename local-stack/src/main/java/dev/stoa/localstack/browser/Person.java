package dev.stoa.localstack.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a browser who uses the site by what it shows: links, buttons and fields by their names. */
public final class Person {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String origin;
    private final BrowserContext context;
    private final Page page;

    private Person(String origin, BrowserContext context) {
        this.origin = origin;
        this.context = context;
        this.page = context.newPage();
    }

    public static Person arrive(Browser browser, String origin, Browser.NewContextOptions options) {
        return new Person(origin, Browsers.profile(browser, options));
    }

    public Page page() {
        return page;
    }

    /** Signs in through the provider's own login page; ends on the site, signed in. */
    public void signIn(String user, String password) {
        page.navigate(origin);
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .first()
                .click();
        page.locator("#username").fill(user);
        page.locator("#password").fill(password);
        page.locator("#kc-login").click();
        page.waitForURL(Pattern.compile(Pattern.quote(origin) + "/(?!auth|api).*"));
    }

    /** Asks for help in a field, found by typing, and waits until the own camera is shown on the waiting page. */
    public void ask(String search, String field, String problem) {
        page.navigate(origin + "/ask");
        var box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Field"))
                .first();
        box.fill(search);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(field))
                .first()
                .click();
        page.getByLabel("Your question").fill(problem);
        button("Ask for help").click();
        page.getByText(Pattern.compile("Place \\d+ in the queue")).first().waitFor();
    }

    public void awaitOwnFace() {
        page.waitForFunction("""
                () => [...document.querySelectorAll('video[aria-label="Your video"]')]
                        .some((video) => video.videoWidth > 0 && !video.paused)""");
    }

    /** Becomes available for what the account offers, unless it is so already. */
    public void beAvailable() {
        page.navigate(origin + "/help");
        page.getByText("Stop being available")
                .or(page.getByText("I'm available"))
                .first()
                .waitFor();
        if (button("I'm available").isVisible()) button("I'm available").click();
    }

    /** Says yes in the ready check, once an expert was found. */
    public void sayReady() {
        button("I’m ready").click();
    }

    public Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    public void awaitOtherFace() {
        page.waitForFunction("() => window.__witness?.firstRemoteFrameAt !== null");
    }

    /**
     * When another's face was first shown, in milliseconds since the epoch; waits for it up to 30 seconds. Costs the page
     * nothing meanwhile, but the page must not be left or loaded again.
     */
    public double otherFaceAt() {
        return number("() => window.__witness.face()");
    }

    /** When this page opened the peer connection of the running call, in milliseconds since the epoch. */
    public double connectionAt() {
        return number("() => window.__witness.connectionAt.at(-1)");
    }

    /** When the last button of this name was pressed, in milliseconds since the epoch. */
    public double pressedAt(String button) {
        return ((Number) page.evaluate("(name) => window.__witness.pressed[name]", button)).doubleValue();
    }

    /** The signaling instances that took this page in by a WebSocket, for the first time or again, oldest first. */
    @SuppressWarnings("unchecked")
    public List<String> instances() {
        return (List<String>) page.evaluate("() => window.__witness.instances");
    }

    /** What has been received so far: {@code frames} decoded, audio {@code energy}, {@code bytes}. */
    public JsonNode received() {
        return JSON.valueToTree(page.evaluate("() => window.__witness.received()"));
    }

    /** The way that media take just now. */
    public Route route() {
        return JSON.convertValue(page.evaluate("() => window.__witness.route()"), Route.class);
    }

    /** How many video frames of the other one have been decoded so far. */
    public long frames() {
        return received().get("frames").asLong();
    }

    /** How many peer connections of this page have stood since it was loaded; a call that never noticed anything has one. */
    public int connections() {
        return (int) number("() => window.__witness.connected.size");
    }

    public void leave() {
        context.close();
    }

    private double number(String script) {
        return ((Number) page.evaluate(script)).doubleValue();
    }
}
