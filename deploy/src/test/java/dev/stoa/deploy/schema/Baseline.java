package dev.stoa.deploy.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The migrations that databases out there have run: they never change again, and newer ones come after them.
 *
 * @param digests SHA-256 of each, in hexadecimal, by its path in the project
 */
record Baseline(Map<String, String> digests) {

    /** Written by {@code sha256sum}, so that {@code sha256sum -c} reads it too. */
    static Baseline read(Path file) {
        try (var lines = Files.lines(file)) {
            return new Baseline(lines.map(line -> line.split(" {2}"))
                    .collect(Collectors.toUnmodifiableMap(parts -> parts[1], parts -> parts[0])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String path) {
        return digests.containsKey(path);
    }

    /** Those that are not in the project as they were, by their paths. */
    Stream<String> changed(Path project) {
        return digests.entrySet().stream()
                .filter(each -> !digest(project.resolve(each.getKey())).equals(each.getValue()))
                .map(Map.Entry::getKey);
    }

    /** The highest number among those of a folder; a new one below it would never be run, and stop every start. */
    int highest(String folder) {
        return digests.keySet().stream()
                .filter(path -> path.startsWith(folder))
                .flatMap(path -> Migration.of(Path.of("..", path)).number().stream())
                .max(Integer::compare)
                .orElse(0);
    }

    private static String digest(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return Files.exists(file) ? HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file))) : "missing";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
