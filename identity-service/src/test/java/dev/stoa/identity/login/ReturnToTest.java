package dev.stoa.identity.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnToTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ask", "/room/abc?x=1&y=%20#top", "/a//b", "/?next=https://evil.example"})
    void pathsOfThisOriginAreKept(String path) {
        assertEquals(path, ReturnTo.orHome(path));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "HTTPS://evil.example",
                "javascript:alert(1)",
                "evil.example",
                " //evil.example",
                "/\t/evil.example",
                "/\n/evil.example",
                "/ok\r\nSet-Cookie: a=b",
                "/a\\b",
                "/a\u0000b",
                "/ä",
                "/\u2028",
                "@evil.example"
            })
    void everythingElseLeadsHome(String wanted) {
        assertEquals("/", ReturnTo.orHome(wanted));
    }

    @Test
    void anOverlongPathLeadsHome() {
        assertEquals("/", ReturnTo.orHome("/" + "a".repeat(1000)));
    }
}
