package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.redis.RedisLink;
import dev.stoa.signaling.redis.RedisLinks;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Follows matchmaking-service's orders about rooms, from the moment the process starts. */
@Singleton
public final class CommandTail {

    private static final Logger LOG = Logger.getLogger(CommandTail.class);
    private static final Duration BLOCK = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int AT_ONCE = 100;

    private final Loop loop;
    private final RedisLink link;
    private @Nullable Consumer<RoomCommand> obey;
    private @Nullable String last;
    private boolean closed;

    CommandTail(Loop loop, RedisLinks links) {
        this.loop = loop;
        // A connection of its own: the blocking read would hold up everything behind it.
        link = links.open("command", Keys.ROOM_COMMANDS, BLOCK);
    }

    /** Starts to follow; {@code obey} gets every command, on the loop. */
    public void follow(Consumer<RoomCommand> obey) {
        this.obey = obey;
        loop.execute(this::next);
    }

    @PreDestroy
    void close() {
        closed = true;
        link.close();
    }

    private void next() {
        if (closed) {
            return;
        }
        var step = last == null ? start() : read(last);
        step.onSuccess(done -> next()).onFailure(failure -> loop.after(PAUSE, this::next));
    }

    private Future<?> start() {
        return link.send(Request.cmd(Command.XREVRANGE)
                        .arg(Keys.ROOM_COMMANDS)
                        .arg("+")
                        .arg("-")
                        .arg("COUNT")
                        .arg(1))
                .onSuccess(newest ->
                        last = newest.size() == 0 ? "0-0" : newest.get(0).get(0).toString());
    }

    private Future<?> read(String after) {
        return link.send(Request.cmd(Command.XREAD)
                        .arg("COUNT")
                        .arg(AT_ONCE)
                        .arg("BLOCK")
                        .arg(BLOCK.toMillis())
                        .arg("STREAMS")
                        .arg(Keys.ROOM_COMMANDS)
                        .arg(after))
                .onSuccess(reply -> {
                    if (reply != null) {
                        reply.get(Keys.ROOM_COMMANDS).forEach(this::obey);
                    }
                });
    }

    private void obey(Response item) {
        last = item.get(0).toString();
        var named = new HashMap<String, String>();
        var fields = item.get(1);
        for (var i = 0; i + 1 < fields.size(); i += 2) {
            named.put(fields.get(i).toString(), fields.get(i + 1).toString());
        }
        var command = RoomCommand.of(named);
        if (command.isPresent() && obey != null) {
            obey.accept(command.get());
        } else {
            LOG.warnf("A room command is not understood: %s", last);
        }
    }
}
