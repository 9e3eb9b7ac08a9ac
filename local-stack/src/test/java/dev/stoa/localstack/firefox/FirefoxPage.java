package dev.stoa.localstack.firefox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** One tab. What is asked of it waits until the page has it; elements are named by XPath. */
public final class FirefoxPage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STANDS_STILL = """
            async (element) => {
              element.scrollIntoView({ block: "center" });
              for (let before = ""; ; ) {
                await new Promise(requestAnimationFrame);
                const { x, y } = element.getBoundingClientRect();
                const now = `${x} ${y}`;
                if (now === before && !element.disabled) return;
                before = now;
              }
            }""";

    private final Bidi bidi;
    private final String tab;

    FirefoxPage(Bidi bidi, String tab) {
        this.bidi = bidi;
        this.tab = tab;
    }

    public void navigate(String url) {
        bidi.send("browsingContext.navigate", Map.of("context", tab, "url", url, "wait", "complete"));
    }

    public void reload() {
        bidi.send("browsingContext.reload", Map.of("context", tab, "wait", "complete"));
    }

    /** What a JavaScript function answers, or its promise. */
    public JsonNode evaluate(String function) {
        var text = "async () => JSON.stringify(await (%s)()) ?? 'null'".formatted(function);
        var answer = bidi.send(
                "script.callFunction",
                Map.of("functionDeclaration", text, "awaitPromise", true, "target", Map.of("context", tab)));
        try {
            return JSON.readTree(answer.path("result").path("value").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(answer.toString(), e);
        }
    }

    /** Waits until a JavaScript function answers something true. */
    public void await(String function) {
        try {
            Awaitility.await(function)
                    .atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> evaluate(function).asBoolean());
        } catch (ConditionTimeoutException late) {
            var shown = evaluate("() => location.pathname + ': ' + document.body.innerText");
            throw new AssertionError("Firefox shows " + shown, late);
        }
    }

    /** Waits until the page shows these words. */
    public void awaitText(String words) {
        await("() => document.body.innerText.includes(%s)".formatted(JSON.valueToTree(words)));
    }

    public void press(String button) {
        click("//button[normalize-space(.)=\"%1$s\" or @aria-label=\"%1$s\"]".formatted(button));
    }

    public void click(String xpath) {
        pointAt(find(xpath));
    }

    /** Clicks into a field and types. */
    public void type(String xpath, String text) {
        click(xpath);
        var keys = text.codePoints()
                .mapToObj(Character::toString)
                .flatMap(key ->
                        Stream.of(Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key)))
                .toList();
        perform(Map.of("type", "key", "id", "keyboard", "actions", keys));
    }

    /** Gives a file to an input of the page, whether it is shown or not. */
    public void give(String xpath, Path file) {
        bidi.send("input.setFiles", Map.of("context", tab, "element", find(xpath), "files", List.of(file.toString())));
    }

    public void picture(Path file) {
        var data = bidi.send("browsingContext.captureScreenshot", Map.of("context", tab))
                .get("data")
                .asText();
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> find(String xpath) {
        var id = Awaitility.await(xpath)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> locate(xpath), found -> !found.isEmpty());
        return Map.of("sharedId", id);
    }

    private String locate(String xpath) {
        var locator = Map.of("type", "xpath", "value", xpath);
        return bidi.send("browsingContext.locateNodes", Map.of("context", tab, "locator", locator))
                .path("nodes")
                .path(0)
                .path("sharedId")
                .asText();
    }

    /** A real click, so that what lies above the element would get it; once it can be pressed and stands still. */
    private void pointAt(Map<String, String> element) {
        bidi.send(
                "script.callFunction",
                Map.of(
                        "functionDeclaration",
                        STANDS_STILL,
                        "arguments",
                        List.of(element),
                        "awaitPromise",
                        true,
                        "target",
                        Map.of("context", tab)));
        var origin = Map.of("type", "element", "element", element);
        perform(Map.of(
                "type",
                "pointer",
                "id",
                "mouse",
                "actions",
                List.of(
                        Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", origin),
                        Map.of("type", "pointerDown", "button", 0),
                        Map.of("type", "pointerUp", "button", 0))));
    }

    private void perform(Map<String, ?> actions) {
        bidi.send("input.performActions", Map.of("context", tab, "actions", List.of(actions)));
    }
}
