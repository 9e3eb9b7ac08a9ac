package dev.stoa.matchmaking.records.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {

    @Test
    void aUrlIsTakenApart() {
        assertEquals(
                Optional.of(new Target(true, "school.example", 8443, "/a/b?c=d")),
                Target.of("https://school.example:8443/a/b?c=d", false));
        assertEquals(
                Optional.of(new Target(true, "2606:4700::1", 443, "/")), Target.of("HTTPS://[2606:4700::1]", false));
        assertEquals(Optional.of(new Target(false, "x.example", 80, "/")), Target.of("http://x.example/", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://school.example/",
                "ftp://school.example/",
                "https://u@school.example/",
                "https://u:p@school.example/",
                "https://@school.example/",
                "https://school.example/#x",
                "https://school.example:25/",
                "https://school.example:80/",
                "https://school.example:0/",
                "https://school.example:65536/",
                "https:///x",
                "https:school.example",
                "//school.example/",
                "/path",
                "",
                "https://school .example/",
                "https://schööl.example/",
                "https://school.example\\@evil/",
                "https://school.example/\r\nHost: evil",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://a_b:x/"
            })
    void whatMayNotBeCalledIsNoTarget(String url) {
        assertTrue(Target.of(url, false).isEmpty());
    }

    @Test
    void aUrlThatIsTooLongIsNoTarget() {
        assertTrue(
                Target.of("https://school.example/" + "x".repeat(2_000), false).isEmpty());
    }
}
