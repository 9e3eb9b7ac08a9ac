package dev.stoa.localstack.origin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Reads files below one folder and keeps them, zipped where that helps, until they change. */
final class SiteFiles {
    private static final int WORTH_ZIPPING = 1024;

    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("map", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("wasm", "application/wasm"),
            Map.entry("png", "image/png"),
            Map.entry("webp", "image/webp"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("wav", "audio/wav"));

    private final Path folder;
    private final Map<String, File> kept = new ConcurrentHashMap<>();

    SiteFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /**
     * A file as it was when it was read.
     *
     * @param zipped by gzip; null where that would not make it smaller
     * @param hash of its bytes
     */
    record File(String path, FileTime modified, byte[] bytes, byte @Nullable [] zipped, String hash) {
        String mediaType() {
            var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            return MEDIA_TYPES.getOrDefault(extension, "application/octet-stream");
        }
    }

    /** @param path from the folder on, starting with a slash, without dot segments */
    Optional<File> find(String path) throws IOException {
        var target = folder.resolve(path.substring(1)).normalize();
        if (!target.startsWith(folder) || !Files.isRegularFile(target)) return Optional.empty();
        var modified = Files.getLastModifiedTime(target);
        var known = kept.get(path);
        if (known != null && known.modified().equals(modified)) return Optional.of(known);
        var bytes = Files.readAllBytes(target);
        var file = new File(path, modified, bytes, zip(bytes), hash(bytes));
        kept.put(path, file);
        return Optional.of(file);
    }

    private static byte @Nullable [] zip(byte[] bytes) throws IOException {
        if (bytes.length < WORTH_ZIPPING) return null;
        var zipped = new ByteArrayOutputStream();
        try (var zipper = new GZIPOutputStream(zipped)) {
            zipper.write(bytes);
        }
        return zipped.size() < bytes.length * 9 / 10 ? zipped.toByteArray() : null;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
