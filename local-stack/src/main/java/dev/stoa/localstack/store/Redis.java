package dev.stoa.localstack.store;

import dev.stoa.localstack.process.ChildSpec;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.Signal;
import dev.stoa.localstack.process.StackException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import redis.embedded.RedisExecProvider;

/** One Redis server on the loopback address. */
public final class Redis {
    /** How much of what was acknowledged a power cut may take. */
    public enum Durability {
        /** Nothing: every write is on the disk before it is acknowledged. */
        ALWAYS,
        /** The last second. */
        EVERY_SECOND;

        private String appendfsync() {
            return this == ALWAYS ? "always" : "everysec";
        }
    }

    /** Environment variable: path of another redis-server, 7 or newer, than the one that is fetched. */
    private static final String OWN_PROGRAM = "STOA_REDIS_SERVER";

    private final String name;
    private final Path folder;
    private final Durability durability;
    private final int port = Ports.free();

    public Redis(String name, Path folder, Durability durability) {
        this.name = name;
        this.folder = folder;
        this.durability = durability;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    /** @param programs where the program of the server is unpacked to */
    public ChildSpec spec(Path programs) {
        var command = List.of(
                program(programs).toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                folder.toString(),
                "--appendonly",
                "yes",
                "--appendfsync",
                durability.appendfsync(),
                "--save",
                "",
                "--maxmemory-policy",
                "noeviction");
        return new ChildSpec(name, command, Map.of(), Signal.TERM, this::answersPing);
    }

    private boolean answersPing() throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        }
    }

    private static synchronized Path program(Path programs) {
        var own = System.getenv(OWN_PROGRAM);
        if (own != null) return Path.of(own);
        var program = programs.resolve("redis-server-" + RedisExecProvider.redisVersion);
        if (Files.isExecutable(program)) return program;
        try {
            Files.createDirectories(programs);
            var unpacked = RedisExecProvider.defaultProvider().get().toPath();
            var draft = Files.createTempFile(programs, "redis", ".draft");
            Files.write(draft, Files.readAllBytes(unpacked));
            if (!draft.toFile().setExecutable(true)) throw new IOException("cannot make " + draft + " executable");
            return Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            throw new StackException(
                    "There is no Redis for this machine among the fetched artifacts: " + e.getMessage(), e);
        }
    }
}
