package dev.stoa.localstack.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Copies of backups, and what can happen to them. */
final class Backups {
    private Backups() {}

    /** What happens to a backup. */
    interface Damage {
        void to(Path backup) throws IOException;
    }

    /** Other bytes in its middle. */
    static void change(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 64; i++) bytes[i] ^= 0x55;
        Files.write(file, bytes);
    }

    /** Its last third is missing. */
    static void cutOff(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
    }

    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
