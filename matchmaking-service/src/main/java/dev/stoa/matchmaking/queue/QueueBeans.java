package dev.stoa.matchmaking.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** The one connection for steps and the one for reading the log that an instance has. */
@ApplicationScoped
class QueueBeans {

    private final Vertx vertx;
    private final QueueLinks links;

    QueueBeans(Vertx vertx, QueueLinks links) {
        this.vertx = vertx;
        this.links = links;
    }

    @Produces
    @Singleton
    @Named("queue")
    RedisLink link() {
        return links.open("queue");
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
        return new EventLog(vertx, links.openForReading("queue's log", EventLog.BLOCK_MS));
    }

    void closeLog(@Disposes EventLog log) {
        log.close();
    }
}
