package dev.stoa.matchmaking.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A script of the service with something taken out, in a directory that goes in front of the service's own. */
record Mutant(Path directory) {

    private static final Path SCRIPTS = Path.of("src", "main", "resources", "lua");

    /** @param words what to take out; each must be there */
    static Mutant of(String script, String... words) {
        try {
            String text = Files.readString(SCRIPTS.resolve(script));
            for (String word : words) {
                if (!text.contains(word)) {
                    throw new IllegalArgumentException(script + " has no " + word + " that could be taken out");
                }
                text = text.replace(word, "");
            }
            Path directory = Files.createTempDirectory(Path.of("target"), "mutant");
            Files.writeString(Files.createDirectories(directory.resolve("lua")).resolve(script), text);
            return new Mutant(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
