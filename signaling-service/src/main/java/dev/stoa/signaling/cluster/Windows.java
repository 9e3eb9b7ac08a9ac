package dev.stoa.signaling.cluster;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * The list of the windows in which pages may come back. One stands there before its page counts as away, so that no page is
 * away for ever; whether a window on the list is still open, the room says. Lives on the loop.
 */
@Singleton
final class Windows {

    private final Scripts scripts;

    Windows(Scripts scripts) {
        this.scripts = scripts;
    }

    /** A new window of that length for a page that is about to count as away. */
    Future<Window> open(Member member, Duration within) {
        var name = member.room() + " " + member.id() + " " + member.connection();
        var length = Long.toString(within.toMillis());
        return scripts.run(Script.WINDOW, List.of(Keys.AWAY, Keys.CLOCK), List.of(name, length))
                .map(deadline -> new Window(member, deadline.toString()));
    }

    /** Puts a window that a page has on the list, if it is not there. */
    void keep(Window window) {
        scripts.run(Command.ZADD, Keys.AWAY, "NX", window.deadline(), window.text());
    }

    /** Takes a window off the list. If that is lost, whoever finds it when it ends will see that nothing is to be done. */
    void close(Window window) {
        scripts.run(Command.ZREM, Keys.AWAY, window.text());
    }
}
