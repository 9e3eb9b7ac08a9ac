package dev.stoa.localstack.bench.signaling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where contenders are run. Each time they get a folder of their own. */
final class Stage {
    private final Path folder;
    private final Path project;
    private int opened;

    /**
     * @param folder for state and logs
     * @param project the folder of the repository
     */
    Stage(Path folder, Path project) {
        this.folder = folder;
        this.project = project;
    }

    Path folder() {
        return folder;
    }

    Arena open(Contender contender) {
        var own = folder.resolve(contender.name() + "-" + ++opened);
        return Arena.open(contender, own, project.resolve("local-stack/target/programs"));
    }

    /** Deletes what is left. */
    void clear() {
        try (var everything = Files.walk(folder)) {
            for (var each : everything.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }
}
