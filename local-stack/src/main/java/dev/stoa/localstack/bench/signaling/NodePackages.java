package dev.stoa.localstack.bench.signaling;

import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The socket.io server of the bench, with the very packages that its lock file names. */
final class NodePackages {
    private static final String SERVER = "server.mjs";
    private static final String MANIFEST = "package.json";
    private static final String LOCK = "package-lock.json";

    private NodePackages() {}

    /**
     * Installs what is not installed yet.
     *
     * @param folder for the program and its packages
     * @return the program
     */
    static Path install(Path folder) {
        try {
            Files.createDirectories(folder);
            var done = folder.resolve("installed-lock.json");
            for (var name : List.of(SERVER, MANIFEST, LOCK)) copy(name, folder);
            if (!Files.exists(done) || Files.mismatch(done, folder.resolve(LOCK)) >= 0) {
                run(folder, "npm", "ci", "--no-audit", "--no-fund");
                Files.copy(folder.resolve(LOCK), done, StandardCopyOption.REPLACE_EXISTING);
            }
            return folder.resolve(SERVER);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install socket.io into " + folder, e);
        }
    }

    private static void copy(String name, Path folder) throws IOException {
        try (var file = NodePackages.class.getResourceAsStream("/bench/signaling/socketio/" + name)) {
            if (file == null) throw new IllegalStateException(name + " is not on the class path");
            Files.copy(file, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void run(Path folder, String... command) throws IOException {
        var log = folder.resolve("install.log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new StackException("socket.io cannot be installed (leave it out with --only stoa,floor):\n"
                        + Files.readString(log));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while installing socket.io.", e);
        }
    }
}
