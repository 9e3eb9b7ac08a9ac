package dev.stoa.deploy;

import java.nio.file.Path;

/** Where the project is. */
final class Project {

    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Project() {}
}
