package dev.stoa.matchmaking.meeting.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.stoa.matchmaking.support.TestQueue;
import dev.stoa.matchmaking.support.TestRedis;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Calls the functions of {@code 2-estimates.lua} that neither read nor write the queue, in a real Redis. */
final class EstimateScript implements AutoCloseable {

    private static final String CALL = """

            local departures = {}
            for i = 5, #ARGV do departures[i - 4] = ARGV[i] end
            return cjson.encode(estimate(pace_of(departures), tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]),
              tonumber(ARGV[4])))
            """;

    private final Vertx vertx = Vertx.vertx();
    private final TestRedis redis = new TestRedis();
    private final TestQueue queue = new TestQueue(vertx, redis.url());
    private final String sha =
            queue.redis(Command.SCRIPT, "LOAD", source() + CALL).toString();

    /** The estimate from these departures for a ticket with so many before it. */
    JsonNode estimate(List<String> departures, int before, int serving, int idle, long stalledMs) {
        List<Object> arguments = new ArrayList<>(List.of(sha, 0, before, serving, idle, stalledMs));
        arguments.addAll(departures);
        return queue.read(queue.redis(Command.EVALSHA, arguments.toArray()).toString());
    }

    private static String source() {
        try (InputStream file = EstimateScript.class.getResourceAsStream("/lua/parts/2-estimates.lua")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        queue.close();
        redis.close();
        vertx.close();
    }
}
