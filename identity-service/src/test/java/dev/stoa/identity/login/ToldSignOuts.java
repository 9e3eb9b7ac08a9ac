package dev.stoa.identity.login;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** What the stream says of the sessions of an account that have ended. */
final class ToldSignOuts {

    private ToldSignOuts() {}

    static List<JsonObject> of(String subject, RedisDataSource redis) {
        return redis.stream(String.class).xrange("{id}:accounts", StreamRange.of("-", "+")).stream()
                .map(StreamMessage::payload)
                .filter(entry -> subject.equals(entry.get("account")) && "signed-out".equals(entry.get("type")))
                .map(entry -> new JsonObject(entry.get("data")))
                .toList();
    }
}
