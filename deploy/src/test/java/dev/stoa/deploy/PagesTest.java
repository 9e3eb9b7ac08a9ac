package dev.stoa.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the pages' server lets browsers do with them. */
class PagesTest {

    private static final String FILE = Tree.read(Project.ROOT.resolve("deploy/edge/web-ui.Caddyfile"));
    private static final Pattern POLICY =
            Pattern.compile("(?m)^\\theader @(\\w+) Content-Security-Policy \"([^\"]*)\"$");

    @Test
    void onlyPagesOfGuestsMayBeFramedAndOnlyByWhoWasNamed() {
        assertEquals("'none'", policy("others").get("frame-ancestors"));
        assertEquals("{$STOA_EMBED_ORIGINS:'none'}", policy("guests").get("frame-ancestors"));
    }

    @Test
    void inAllElseThePagesHaveTheSamePolicy() {
        var guests = new HashMap<>(policy("guests"));
        var others = new HashMap<>(policy("others"));

        assertEquals("'self'", guests.get("default-src"));
        guests.remove("frame-ancestors");
        others.remove("frame-ancestors");
        assertEquals(others, guests);
    }

    @Test
    void everyPageIsOneOfGuestsOrOneOfOthers() {
        var guests = matcher("@guests path_regexp (\\S+)");

        assertEquals(guests.pattern(), matcher("@others not path_regexp (\\S+)").pattern());
        for (var path : List.of("/join", "/join/", "/join/call/mch_1")) {
            assertTrue(guests.matcher(path).find(), path);
        }
        for (var path : List.of("/", "/joined", "/JOIN", "/call/mch_1", "/x/join", "/admin/join/")) {
            assertFalse(guests.matcher(path).find(), path);
        }
    }

    @Test
    void aFramedPageMayUseWhatItsFramePassesOn() {
        assertTrue(FILE.contains("camera=(self), microphone=(self), display-capture=(self), fullscreen=(self)"));
    }

    @Test
    void withoutASettingNobodyFramesThem() {
        var compose = Tree.documents(Tree.read(Project.ROOT.resolve("docker-compose.yml")))
                .getFirst();
        var pages = Manifests.of(Tree.read(Project.ROOT.resolve("k8s/base/web-ui.yaml")));

        assertEquals(
                "${STOA_EMBED_ORIGINS:-'none'}",
                compose.at("/services/web-ui/environment/STOA_EMBED_ORIGINS").asText());
        assertEquals(
                List.of("'none'"),
                pages.workloads()
                        .flatMap(Manifests.Workload::containers)
                        .map(container -> container.at("/env/0/value").asText())
                        .toList());
    }

    private static Pattern matcher(String definition) {
        var found = Pattern.compile(definition).matcher(FILE);
        assertTrue(found.find(), definition);
        return Pattern.compile(found.group(1));
    }

    private static Map<String, String> policy(String pages) {
        return POLICY.matcher(FILE)
                .results()
                .filter(found -> found.group(1).equals(pages))
                .flatMap(found -> List.of(found.group(2).split("; ")).stream())
                .map(rule -> rule.split(" ", 2))
                .collect(Collectors.toMap(rule -> rule[0], rule -> rule[1]));
    }
}
