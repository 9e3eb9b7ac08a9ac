package dev.stoa.localstack.store;

import dev.stoa.localstack.process.StackException;
import dev.stoa.localstack.process.Versions;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the artifact for this machine. */
final class PostgresPrograms {
    private PostgresPrograms() {}

    /** The folder with {@code bin/postgres} and {@code bin/initdb}, below {@code programs}. */
    static synchronized Path in(Path programs) {
        var home = programs.resolve("postgres-" + Versions.of("postgres"));
        if (Files.isExecutable(home.resolve("bin/postgres"))) return home;
        try {
            Files.createDirectories(programs);
            var draft = Files.createTempDirectory(programs, "postgres-draft");
            try (var archive = archive()) {
                unpack(archive, draft);
            }
            try {
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                // Another stack has unpacked it meanwhile; its copy is as good.
                if (!Files.isExecutable(home.resolve("bin/postgres"))) throw e;
            }
            return home;
        } catch (IOException e) {
            throw new StackException("PostgreSQL cannot be unpacked to " + home + ": " + e.getMessage(), e);
        }
    }

    private static InputStream archive() throws IOException {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var name = system.startsWith("mac") ? "Darwin" : system.startsWith("windows") ? "Windows" : "Linux";
        var machine = ArchUtils.normalize(System.getProperty("os.arch"));
        var archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(name, machine);
        if (archive == null) throw new IOException("no artifact for " + name + " on " + machine);
        return archive;
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive));
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            var path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) throw new IOException("unexpected entry " + entry.getName());
            unpack(tar, entry, path);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(tar, path);
            boolean executable = (entry.getMode() & 0100) != 0;
            if (executable && !path.toFile().setExecutable(true, false))
                throw new IOException("cannot make " + path + " executable");
        }
    }
}
