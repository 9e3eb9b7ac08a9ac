package dev.stoa.localstack;

import dev.stoa.localstack.process.StackException;
import dev.stoa.localstack.process.Versions;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of the repository, and what the build puts into it.
 *
 * @param root the folder with the parent POM
 */
record Project(Path root) {
    /** Looks upwards from the working folder; {@code ./stoa} names the folder itself by a system property. */
    static Project find() {
        var named = System.getProperty("stoa.project");
        for (var folder = Path.of(named == null ? "" : named).toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("signaling-service")) && Files.exists(folder.resolve("pom.xml"))) {
                return new Project(folder);
            }
        }
        throw new StackException("Run this from the folder of the repository, or use ./stoa.");
    }

    /** The web-ui as the browser gets it. */
    Path site() {
        return root.resolve("web-ui/dist");
    }

    /** Keycloak as the build has unpacked it. */
    Path keycloak() {
        var folder = root.resolve("local-stack/target/keycloak-" + Versions.of("keycloak"));
        if (!Files.isDirectory(folder)) {
            throw new StackException("Keycloak is not unpacked in " + folder + ": build the project with ./stoa up.");
        }
        return folder;
    }

    /** Where programs are unpacked to; any number of stacks share them. */
    Path programs() {
        return root.resolve("local-stack/target/programs");
    }

    /** Where {@code ./stoa up} keeps its state unless told otherwise. */
    Path defaultData() {
        return root.resolve(".stoa");
    }
}
