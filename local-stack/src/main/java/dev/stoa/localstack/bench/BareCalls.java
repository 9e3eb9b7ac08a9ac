package dev.stoa.localstack.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.stoa.localstack.browser.Browsers;
import java.util.List;

/**
 * Two pages that call each other with nothing but WebRTC, in two browsers. They stay open between calls, so that no
 * call pays for a cold page; their devices are open from shortly before a call until its end.
 */
final class BareCalls implements AutoCloseable {
    private final List<BrowserContext> profiles;
    private final Page caller;
    private final Page callee;

    /** From the new connection to the first remote frame, in milliseconds. */
    record Setup(double caller, double callee) {}

    BareCalls(BareRelay relay, Browser one, Browser other) {
        profiles = List.of(
                Browsers.profile(one, new Browser.NewContextOptions()),
                Browsers.profile(other, new Browser.NewContextOptions()));
        caller = open(profiles.getFirst(), relay);
        callee = open(profiles.getLast(), relay);
    }

    /** One call, hung up as soon as both have seen the other; the cameras take pictures of this size. */
    Setup call(int width, int height) {
        for (var page : List.of(caller, callee)) {
            page.evaluate("([width, height]) => ready(width, height)", List.of(width, height));
        }
        caller.evaluate("() => call()");
        var setup = new Setup(setup(caller), setup(callee));
        for (var page : List.of(caller, callee)) page.evaluate("() => hangUp()");
        return setup;
    }

    @Override
    public void close() {
        profiles.forEach(BrowserContext::close);
    }

    private static Page open(BrowserContext profile, BareRelay relay) {
        var page = profile.newPage();
        page.navigate(relay.pageUrl());
        return page;
    }

    private static double setup(Page page) {
        return ((Number) page.evaluate("async () => (await __witness.face()) - __witness.connectionAt.at(-1)"))
                .doubleValue();
    }
}
