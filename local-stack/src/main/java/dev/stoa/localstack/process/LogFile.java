package dev.stoa.localstack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The output of one child in one run; the run before is kept beside it as {@code .1}. */
public record LogFile(Path path) {
    private static final int TAIL_BYTES = 16 * 1024;

    /** An empty file for a new run. */
    static LogFile fresh(Path folder, String name) {
        var path = folder.resolve(name + ".log");
        try {
            Files.createDirectories(folder);
            if (Files.exists(path)) {
                Files.move(path, folder.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.createFile(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write logs to " + folder, e);
        }
        return new LogFile(path);
    }

    /** The last lines of the file, at most {@code lines}, each with a line feed. */
    public String tail(int lines) {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            var bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            var last = all.subList(Math.max(0, all.size() - lines), all.size());
            return String.join("\n", last) + "\n";
        } catch (IOException e) {
            return "(" + path + " cannot be read: " + e.getMessage() + ")\n";
        }
    }
}
