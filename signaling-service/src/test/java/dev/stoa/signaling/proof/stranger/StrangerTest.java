package dev.stoa.signaling.proof.stranger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document is enough to write a client from: this one knows nothing else. */
class StrangerTest {

    private static final Path SOURCES = Path.of("src/test/java/dev/stoa/signaling/proof/stranger");

    @Test
    void theClientImportsNothingOfTheService() throws IOException {
        try (var files = Files.list(SOURCES)) {
            var borrowed = files.flatMap(StrangerTest::lines)
                    .filter(line -> line.startsWith("import") && line.contains("dev.stoa"))
                    .toList();

            assertEquals(List.of(), borrowed);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
