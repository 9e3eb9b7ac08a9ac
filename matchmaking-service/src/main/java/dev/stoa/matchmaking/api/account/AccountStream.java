package dev.stoa.matchmaking.api.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.queue.EventId;
import dev.stoa.matchmaking.queue.RedisAway;
import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Step;
import dev.stoa.matchmaking.queue.Steps;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Follows what identity-service tells of accounts. Every instance hears all of it, for what it remembers itself; what has
 * to be done in the queue is done once, by a step that knows which news was handled last. So no instance has to be
 * chosen for it, and one that dies leaves nothing behind.
 */
final class AccountStream {

    /** Who is told; all calls come one after the other. They must not block. */
    interface Listener {

        /** What is known of the account may be wrong from now on. */
        void heard(AccountNews news);

        /** Its effects on the queue are there. */
        void handled(AccountNews news);
    }

    /** How long a read waits for news, in ms. */
    static final long BLOCK_MS = 1_000;

    private static final Logger LOG = Logger.getLogger(AccountStream.class);
    private static final String STREAM = "{id}:accounts";
    private static final String HANDLED = "{mm}:accounts-read";
    private static final int MOST_AT_ONCE = 200;
    private static final long RETRY_MS = 200;

    private final Vertx vertx;
    private final RedisLink link;
    private final Steps steps;
    private final ObjectMapper mapper;
    private final Listener listener;

    private Optional<EventId> position = Optional.empty();
    private EventId handledBefore = new EventId(0, 0);
    private volatile boolean stopped;

    /** The link is used for blocking reads, so nothing else may use it. */
    AccountStream(Vertx vertx, RedisLink link, Steps steps, ObjectMapper mapper, Listener listener) {
        this.vertx = vertx;
        this.link = link;
        this.steps = steps;
        this.mapper = mapper;
        this.listener = listener;
    }

    void start() {
        next();
    }

    void stop() {
        stopped = true;
    }

    private void next() {
        if (stopped) {
            return;
        }
        position.map(this::read)
                .orElseGet(() -> findPosition(Bans.LOOK_BACK))
                .subscribe()
                .with(done -> next(), failure -> {
                    if (!stopped && !(failure instanceof RedisAway)) {
                        LOG.debugf("News of accounts left for later: %s", failure.getMessage());
                    }
                    vertx.setTimer(RETRY_MS, ignored -> next());
                });
    }

    /** What was handled while no instance ran is not to be missed; before that only bans matter that are not too old. */
    private Uni<Void> findPosition(Duration lookBack) {
        return link.send(Request.cmd(Command.GET).arg(HANDLED))
                .invoke(newest -> {
                    handledBefore = newest == null ? new EventId(0, 0) : EventId.of(newest.toString());
                    EventId recent = new EventId(Instant.now().minus(lookBack).toEpochMilli(), 0);
                    position = Optional.of(recent.compareTo(handledBefore) < 0 ? recent : handledBefore);
                })
                .replaceWithVoid();
    }

    private Uni<Void> read(EventId from) {
        Request request = Request.cmd(Command.XREAD)
                .arg("COUNT")
                .arg(MOST_AT_ONCE)
                .arg("BLOCK")
                .arg(BLOCK_MS)
                .arg("STREAMS")
                .arg(STREAM)
                .arg(from.toString());
        return link.send(request).flatMap(answer -> {
            List<Response> entries =
                    answer == null ? List.of() : answer.get(0).get(1).stream().toList();
            return Multi.createFrom()
                    .iterable(entries)
                    .onItem()
                    .transformToUniAndConcatenate(this::handle)
                    .collect()
                    .asList()
                    .replaceWithVoid();
        });
    }

    private Uni<EventId> handle(Response entry) {
        EventId id = EventId.of(entry.get(0).toString());
        AccountNews news = AccountNews.of(entry, mapper);
        listener.heard(news);
        Uni<Void> effects = id.compareTo(handledBefore) > 0
                ? effects(id, news)
                : Uni.createFrom().voidItem();
        return effects.invoke(() -> {
                    listener.handled(news);
                    position = Optional.of(id);
                })
                .replaceWith(id);
    }

    private Uni<Void> effects(EventId id, AccountNews news) {
        return switch (news) {
            case AccountNews.Changed(String account, List<String> verified) ->
                take(id, account, "fields", json(verified));
            case AccountNews.Banned(String account) -> take(id, account, "banned", "");
            case AccountNews.Unbanned(String account) -> take(id, account, "unbanned", "");
            case AccountNews.Deleted(String account) -> take(id, account, "deleted", "");
            case AccountNews.SignedOut(String account, String session, Instant until) ->
                take(id, account, "signed-out", session);
            case AccountNews.Other() -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> take(EventId id, String account, String kind, String details) {
        return steps.take(Step.ACCOUNT_NEWS, id, account, kind, details).replaceWithVoid();
    }

    private String json(List<String> codes) {
        try {
            return mapper.writeValueAsString(codes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
