package dev.stoa.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the edge does with what it passes on. */
class RoutesTest {

    private static final String FILE = Tree.read(Project.ROOT.resolve("deploy/edge/routes.caddy"));
    private static final Pattern HANDLER = Pattern.compile("(?ms)^\\thandle (\\S* ?)\\{\\n(.*?)^\\t}$");
    private static final Pattern ENCODES = Pattern.compile("(?m)^\\s*encode\\b");

    /** An encoded answer comes under another ETag, which no If-Match is met with, and an event waits for those behind it. */
    @Test
    void noAnswerOfTheApiIsEncoded() {
        assertFalse(ENCODES.matcher(HANDLER.matcher(FILE).replaceAll("")).find(), "for all");
        assertEquals(
                Set.of("/api/identity/*", "/api/matchmaking/*", "/api/signaling/*"),
                HANDLER.matcher(FILE)
                        .results()
                        .filter(handler -> !ENCODES.matcher(handler.group(2)).find())
                        .map((MatchResult handler) -> handler.group(1).strip())
                        .filter(path -> path.startsWith("/api/"))
                        .collect(Collectors.toSet()));
    }
}
