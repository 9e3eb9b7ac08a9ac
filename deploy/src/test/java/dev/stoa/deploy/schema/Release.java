package dev.stoa.deploy.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Releases, such as {@code 0.1.0}, in their order. */
final class Release {

    private static final Pattern PROJECT =
            Pattern.compile("<artifactId>stoa</artifactId>\\s*<version>([\\d.]+)(-SNAPSHOT)?</version>");

    private Release() {}

    /** Whether it was released before the version that is being built. */
    static boolean isBeforeThis(String release) {
        return release.matches("\\d+\\.\\d+\\.\\d+") && Arrays.compare(numbers(release), numbers(current())) < 0;
    }

    static String current() {
        try {
            var version = PROJECT.matcher(Files.readString(Path.of("..", "pom.xml")));
            if (!version.find()) throw new IllegalStateException("the project's pom.xml names no version");
            return version.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int[] numbers(String release) {
        return Arrays.stream(release.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
