package dev.stoa.localstack.bench.signaling;

import java.nio.file.Path;

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

    Arena open(Contender contender) {
        var own = folder.resolve(contender.name() + "-" + ++opened);
        return Arena.open(contender, own, project.resolve("local-stack/target/programs"));
    }
}
