package dev.stoa.matchmaking.queue;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All steps as one library of Redis functions, compiled when it is loaded. Its name says what is in it, so that instances
 * of several versions can work with the same Redis.
 */
final class Library {

    private static final String PREFIX = "stoa_mm_";
    /** How many libraries of other versions may be left; with one more all of them go, and whoever still needs one loads it again. */
    private static final int MOST_OTHERS = 3;

    private static final List<String> PARTS = List.of(
            "0-moves",
            "1-clock-and-events",
            "2-fields",
            "2-estimates",
            "2-views",
            "2-history",
            "3-index",
            "3-misses",
            "3-tickets",
            "3-experts",
            "3-offers",
            "4-matches");

    private static final class Source {
        static final String PARTS_TEXT =
                PARTS.stream().map(part -> LuaFile.read("parts/" + part)).collect(Collectors.joining("\n"));
        static final String NAME = PREFIX
                + DerivedId.of(
                        PARTS_TEXT + Stream.of(Step.values()).map(Step::body).collect(Collectors.joining("\n")));
        static final Map<Step, String> FUNCTIONS = new EnumMap<>(Stream.of(Step.values())
                .collect(Collectors.toMap(
                        Function.identity(), step -> NAME + '_' + step.name().toLowerCase(Locale.ROOT))));

        static final String TEXT = "#!lua name=" + NAME + "\n" + PARTS_TEXT + "\n"
                + Stream.of(Step.values()).map(Source::registered).collect(Collectors.joining("\n"));

        private static String registered(Step step) {
            return """
                    redis.register_function{ function_name = '%s', flags = { %s }, callback = function(KEYS, ARGV)
                    begin()
                    %s
                    end }
                    """.formatted(function(step), flags(step), step.body());
        }

        private static String flags(Step step) {
            if (step.onlyReads()) {
                return "'no-writes'";
            }
            return step.makesRoom() ? "'allow-oom'" : "";
        }
    }

    private final RedisLink link;
    private @Nullable Uni<Void> loading;

    Library(RedisLink link) {
        this.link = link;
    }

    /** The name under which Redis knows a step. */
    static String function(Step step) {
        return Objects.requireNonNull(Source.FUNCTIONS.get(step));
    }

    /** Loads the library into a Redis that does not know it. Many who need it at once wait for the same answer. */
    synchronized Uni<Void> load() {
        Uni<Void> known = loading;
        if (known != null) {
            return known;
        }
        Uni<Void> once = link.sendWrite(function("LOAD").arg(Source.TEXT))
                .replaceWithVoid()
                .onFailure(RedisErrors::isKnownLibrary)
                .recoverWithNull()
                .chain(this::forgetOthers)
                .onTermination()
                .invoke(this::loaded)
                .memoize()
                .indefinitely();
        loading = once;
        return once;
    }

    private synchronized void loaded() {
        loading = null;
    }

    private Uni<Void> forgetOthers() {
        return link.send(function("LIST").arg("LIBRARYNAME").arg(PREFIX + '*')).chain(all -> {
            List<Uni<Response>> deletions = new ArrayList<>();
            for (Response library : all) {
                String name = library.get(1).toString();
                if (!name.equals(Source.NAME)) {
                    deletions.add(link.sendWrite(function("DELETE").arg(name)));
                }
            }
            return deletions.size() <= MOST_OTHERS
                    ? Uni.createFrom().voidItem()
                    : Uni.join()
                            .all(deletions)
                            .andCollectFailures()
                            .replaceWithVoid()
                            .onFailure()
                            .recoverWithNull();
        });
    }

    private static Request function(String what) {
        return Request.cmd(Command.FUNCTION).arg(what);
    }
}
