package dev.stoa.signaling.cluster;

import dev.stoa.signaling.redis.RedisLink;
import dev.stoa.signaling.redis.RedisLinks;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The channels that are heard of one server, on one connection. Lives on the loop. */
final class Ear {

    private static final int CHANNELS_AT_ONCE = 500;

    private final Set<String> channels = new LinkedHashSet<>();
    private final Words words;
    private final Hearer hearer;
    private final RedisLink link;
    private Promise<Void> prepared = Promise.promise();

    Ear(RedisLinks.Opener opener, boolean inCluster, Hearer hearer) {
        words = inCluster ? Words.SHARDED : Words.PLAIN;
        this.hearer = hearer;
        link = opener.open(this::prepare);
    }

    boolean isUp() {
        return link.isUp();
    }

    /** Subscribes to a channel; {@link Hearer#listening} tells when it is done, and again after each outage. */
    void add(String channel) {
        channels.add(channel);
        link.tell(request(words.subscribe, channel));
    }

    void remove(String channel) {
        channels.remove(channel);
        link.tell(request(words.unsubscribe, channel));
    }

    /** Asks for a sign of life. */
    void probe() {
        // Subscribing again to the same channel is the one thing Redis answers on such a connection without any effect.
        link.tell(request(Command.SUBSCRIBE, Keys.PROBE));
    }

    void close() {
        link.close();
    }

    private Future<?> prepare(RedisConnection connection) {
        prepared = Promise.promise();
        connection.handler(this::pushed);
        var all = new ArrayList<>(channels);
        for (var start = 0; start < all.size(); start += words.atOnce) {
            var end = Math.min(all.size(), start + words.atOnce);
            connection.send(request(words.subscribe, all.subList(start, end).toArray(String[]::new)));
        }
        // Replies come in order: when the probe's is here, so are all others.
        connection.send(request(Command.SUBSCRIBE, Keys.PROBE));
        return prepared.future();
    }

    private void pushed(Response push) {
        link.heard();
        if (push.type() == ResponseType.ERROR) {
            hearer.refused(push.toString());
        }
        if (push.type() != ResponseType.PUSH) {
            return;
        }
        var channel = push.get(1).toString();
        switch (push.get(0).toString()) {
            case "message", "smessage" -> hearer.heard(channel, push.get(2).toString());
            case "subscribe", "ssubscribe" -> subscribed(channel);
            case "sunsubscribe" -> unsubscribed(channel);
            default -> {}
        }
    }

    private void subscribed(String channel) {
        if (channel.equals(Keys.PROBE)) {
            prepared.tryComplete();
        } else if (channels.contains(channel)) {
            hearer.listening(channel);
        }
    }

    /** Redis ends a subscription when the channel's slot goes elsewhere; the next attempt is told where. */
    private void unsubscribed(String channel) {
        if (channels.contains(channel)) {
            link.tell(request(words.subscribe, channel));
        }
    }

    private static Request request(Command command, String... channels) {
        var request = Request.cmd(command);
        List.of(channels).forEach(request::arg);
        return request;
    }

    /** How to subscribe; in a cluster one command must not name channels of several slots. */
    private enum Words {
        PLAIN(Command.SUBSCRIBE, Command.UNSUBSCRIBE, CHANNELS_AT_ONCE),
        SHARDED(Command.SSUBSCRIBE, Command.SUNSUBSCRIBE, 1);

        private final Command subscribe;
        private final Command unsubscribe;
        private final int atOnce;

        Words(Command subscribe, Command unsubscribe, int atOnce) {
            this.subscribe = subscribe;
            this.unsubscribe = unsubscribe;
            this.atOnce = atOnce;
        }
    }

    /** Who is told, on the loop. */
    interface Hearer {

        /** Something was said. */
        void heard(String channel, String entry);

        /** From now on everything is heard; before, something may have been missed. */
        void listening(String channel);

        /** A subscription was refused; the error says why. */
        void refused(String error);
    }
}
