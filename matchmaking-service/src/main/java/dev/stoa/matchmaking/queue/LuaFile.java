package dev.stoa.matchmaking.queue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The Lua sources among the resources. */
final class LuaFile {

    private LuaFile() {}

    /** A whole file; the name is that within {@code lua}, without its ending. */
    static String read(String name) {
        try (InputStream file = LuaFile.class.getResourceAsStream("/lua/" + name + ".lua")) {
            if (file == null) {
                throw new IllegalStateException("The script " + name + ".lua is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
