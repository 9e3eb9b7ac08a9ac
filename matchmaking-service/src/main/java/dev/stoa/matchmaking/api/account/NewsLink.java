package dev.stoa.matchmaking.api.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.queue.QueueLinks;
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

    NewsLink(Vertx vertx, QueueLinks links, Steps steps, ObjectMapper mapper, News news) {
        this.link = links.openForReading("news of accounts", AccountStream.BLOCK_MS);
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
