package dev.stoa.localstack.origin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Where a request to the origin goes, by its path alone. */
sealed interface Route {
    /** Passed on, unchanged, to a part of the system. */
    record Hop(Backend backend) implements Route {}

    /** Answered from the web-ui's files. */
    record Page(String path) implements Route {}

    /** Nothing that the outside may see: the inside of a part, or a path that two programs could read in two ways. */
    record Hidden() implements Route {}

    /** Dot segments, empty segments, encoded separators, matrix parameters, control characters, malformed or double encoding. */
    Pattern AMBIGUOUS = Pattern.compile("(^|/)\\.{1,2}(/|$)|//|[\\\\;%\\x00-\\x1f\\x7f]");

    /** Paths of the origin that are no pages, whoever asks. */
    List<String> RESERVED = List.of("/api", "/auth", "/q");

    /** @param path the path as it was sent, percent-encoded, without the query */
    static Route of(String path) {
        String plain;
        try {
            plain = URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return new Hidden();
        }
        if (!plain.startsWith("/")
                || hasEncodedSlash(path)
                || AMBIGUOUS.matcher(plain).find()) return new Hidden();
        return Arrays.stream(Backend.values())
                .filter(backend -> backend.answers(plain))
                .findFirst()
                .<Route>map(Hop::new)
                .orElseGet(() -> isReserved(plain) ? new Hidden() : new Page(plain));
    }

    private static boolean isReserved(String path) {
        return RESERVED.stream().anyMatch(reserved -> path.equals(reserved) || path.startsWith(reserved + "/"));
    }

    private static boolean hasEncodedSlash(String path) {
        return path.contains("%2f") || path.contains("%2F");
    }
}
