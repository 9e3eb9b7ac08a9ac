package dev.stoa.matchmaking.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The one connection for steps and the one for reading the log that an instance has. */
@ApplicationScoped
class QueueBeans {

    private final Vertx vertx;
    private final QueueConfig config;

    QueueBeans(Vertx vertx, QueueConfig config) {
        this.vertx = vertx;
        this.config = config;
    }

    @Produces
    @Singleton
    @Named("queue")
    RedisLink link() {
        return link("queue", config.timeout());
    }

    void closeLink(@Disposes @Named("queue") RedisLink link) {
        link.close();
    }

    @Produces
    @Singleton
    Steps steps(@Named("queue") RedisLink link, MeterRegistry registry, ObjectMapper mapper) {
        return new Steps(link, new Changes(registry), mapper);
    }

    @Produces
    @Singleton
    EventLog log() {
        Duration patience = config.timeout().plusMillis(EventLog.BLOCK_MS);
        return new EventLog(vertx, link("queue's log", patience));
    }

    void closeLog(@Disposes EventLog log) {
        log.close();
    }

    private RedisLink link(String name, Duration timeout) {
        return config.redisSentinels()
                .map(urls -> RedisLink.toWatched(
                        vertx,
                        name,
                        new Sentinels(vertx, urls, config.redisSentinelPassword(), config.redisMaster()),
                        config.redisCopyTime(),
                        timeout))
                .orElseGet(() -> new RedisLink(vertx, name, config.redisUrl(), timeout));
    }
}
