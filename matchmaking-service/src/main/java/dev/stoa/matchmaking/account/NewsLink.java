package dev.stoa.matchmaking.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.queue.QueueConfig;
import dev.stoa.matchmaking.queue.RedisLink;
import dev.stoa.matchmaking.queue.Steps;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The connection on which this instance hears of accounts, in the queue's Redis. */
@ApplicationScoped
class NewsLink {

    private final RedisLink link;
    private final AccountStream stream;

    NewsLink(Vertx vertx, QueueConfig config, Steps steps, ObjectMapper mapper, News news) {
        this.link = new RedisLink(
                vertx, "news of accounts", config.redisUrl(), config.timeout().plusMillis(AccountStream.BLOCK_MS));
        this.stream = new AccountStream(vertx, link, steps, mapper, news);
    }

    void start(@Observes StartupEvent event) {
        stream.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stream.stop();
        link.close();
    }
}
