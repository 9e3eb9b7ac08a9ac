package dev.stoa.localstack.store;

import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The folder that PostgreSQL keeps its data in, made whole or not at all. */
record PostgresFolder(Path path) {
    /** Makes the folder, unless there is one already; then only makes sure that a server can take it. */
    void prepare(Path programs, String superuser, String password) {
        try {
            if (!Files.exists(path.resolve("PG_VERSION"))) make(programs, superuser, password);
            // A killed server leaves its lock behind. This stack holds the folder around this one, and the processes
            // of the run before are ended, so nobody can be using it.
            Files.deleteIfExists(path.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot use the folder " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while PostgreSQL made its folder.", e);
        }
    }

    private void make(Path programs, String superuser, String password) throws IOException, InterruptedException {
        Files.createDirectories(path.getParent());
        var draft = path.resolveSibling(path.getFileName() + ".draft");
        deleteRecursively(draft);
        var passwordFile = Files.createTempFile("stoa", ".password");
        try {
            Files.writeString(passwordFile, password);
            var command = OrdinaryUser.command(programs.resolve("bin/initdb"));
            command.addAll(List.of("-D", draft.toString(), "-U", superuser, "--pwfile=" + passwordFile));
            command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF-8", "--no-locale"));
            var initdb = new ProcessBuilder(command).redirectErrorStream(true).start();
            var output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (initdb.waitFor() != 0) throw new StackException("PostgreSQL cannot make its folder:\n" + output);
            Files.move(draft, path);
        } finally {
            Files.delete(passwordFile);
        }
    }

    private static void deleteRecursively(Path path) throws IOException {
        if (!Files.exists(path)) return;
        try (var everything = Files.walk(path)) {
            for (var each : everything.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
        }
    }
}
