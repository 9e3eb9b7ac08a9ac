package dev.stoa.identity.news;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stoa.identity.RealRedis;
import dev.stoa.identity.Somebody;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountNewsTest {

    private static final Map<String, String> REASON = Map.of("reason", "Rude");

    /** A number that no row of these tests has, small enough to be exact as a score. */
    private static final long FAR = 1L << 50;

    RealRedis server;

    @Inject
    RedisDataSource redis;

    @Inject
    AccountStream stream;

    @Inject
    Pool database;

    private final Somebody admin = Somebody.administrator();
    private final Somebody person = Somebody.withAnAccount();

    @Test
    void everyChangeIsToldOnceAndWithTheWholeState() {
        person.offering("Grace", "0613", "054");
        admin.put("/accounts/" + person.id() + "/verifications/054").statusCode(204);
        admin.put("/accounts/" + person.id() + "/verifications/054").statusCode(204);
        admin.put("/accounts/" + person.id() + "/ban", REASON).statusCode(204);
        admin.put("/accounts/" + person.id() + "/ban", REASON).statusCode(204);
        admin.delete("/accounts/" + person.id() + "/ban").statusCode(204);
        person.offering("Grace", "0613", "054");
        admin.delete("/accounts/" + person.id() + "/verifications/054").statusCode(204);

        awaitTypes(List.of("fields", "fields", "banned", "unbanned", "fields"));
        assertEquals(new JsonObject("""
                        {"displayName": "Grace", "languages": ["en"], "fields": [
                          {"code": "0613", "name": "Software and applications development and analysis", "verified": false},
                          {"code": "054", "name": "Mathematics and statistics", "verified": true}]}"""), new JsonObject(told().get(1).get("data")));
        assertEquals("{\"reason\":\"Rude\"}", told().get(2).get("data"));
    }

    @Test
    void aDeletionIsToldAndThatWhoBeginsAnewIsShutOutNoLonger() {
        person.offering("Grace", "0613");
        person.delete("/me").statusCode(204);
        person.delete("/me").statusCode(204);
        person.get("/me").statusCode(401);

        awaitTypes(List.of("fields", "deleted"));
        assertEquals("{}", told().getLast().get("data"));

        var again = person.signedInAgain();
        again.get("/me").statusCode(200);
        again.get("/me").statusCode(200);
        again.offering("Grace", "0613");

        awaitTypes(List.of("fields", "deleted", "unbanned", "fields"));

        again.delete("/me").statusCode(204);
        again.signedInAgain().get("/me").statusCode(200);

        awaitTypes(List.of("fields", "deleted", "unbanned", "fields", "deleted", "unbanned"));
    }

    @Test
    void whoBeganAnewWithTheVersionBeforeWhichTellsNobodyIsLetInToo() {
        person.offering("Grace", "0613");
        person.delete("/me").statusCode(204);
        query("insert into account (id, display_name) values ('%s', 'Anew')".formatted(person.id()));

        person.get("/me").statusCode(401);
        person.signedInAgain().get("/me").statusCode(200);

        awaitTypes(List.of("fields", "deleted", "unbanned"));
    }

    @Test
    void whatHappensWhileRedisIsAwayIsToldLaterInItsOrder() {
        person.offering("Grace", "0613");
        awaitTypes(List.of("fields"));
        server.takeAway();
        try {
            admin.put("/accounts/" + person.id() + "/verifications/0613").statusCode(204);
            admin.put("/accounts/" + person.id() + "/ban", REASON).statusCode(204);
            admin.delete("/accounts/" + person.id() + "/ban").statusCode(204);
            person.offering("Grace H.", "0613");
        } finally {
            server.bringBack();
        }

        awaitTypes(List.of("fields", "banned", "unbanned", "fields"));
        assertTrue(told().getFirst().get("data").contains("\"verified\":true"));
        assertTrue(told().getLast().get("data").contains("Grace H."));
    }

    @Test
    void whatWasNotWaitedForWhileRedisWasSilentCostsNoConnection() {
        server.fallSilent();
        try {
            var attempts = IntStream.range(0, 12)
                    .mapToObj(i -> stream.append(List.of(unbanned(FAR + 20 + i))))
                    .map(Uni::subscribeAsCompletionStage)
                    .toList();
            attempts.forEach(attempt -> assertThrows(CompletionException.class, attempt::join));
        } finally {
            server.speakAgain();
        }

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(
                        () -> stream.append(List.of(unbanned(FAR + 32))).await().indefinitely());
    }

    @Test
    void aBatchThatIsSentAgainForWantOfAnAnswerIsNotToldAgain() {
        var batch = IntStream.range(0, 3).mapToObj(i -> unbanned(FAR + i)).toList();

        stream.append(batch.subList(0, 2)).await().indefinitely();
        stream.append(batch).await().indefinitely();

        assertEquals(3, told().size());
    }

    @Test
    void whatTheVersionBeforeHasToldIsNotToldAgainNorTheOtherWayRound() {
        var sent = redis.sortedSet(String.class);
        var theirs = FAR + 10;
        sent.zadd(AccountStream.SENT, theirs, Long.toString(theirs));

        stream.append(List.of(unbanned(theirs), unbanned(theirs + 1))).await().indefinitely();

        assertEquals(1, told().size());
        assertTrue(sent.zscore(AccountStream.SENT, Long.toString(theirs + 1)).isPresent());
    }

    @Test
    void whatHappensAfterTheDatabaseWasPutBackIsToldThoughItsNumberWasSeen() {
        person.offering("Grace", "0613");
        awaitTypes(List.of("fields"));
        query("select setval('account_news_id_seq', last_value, false) from account_news_id_seq");

        admin.put("/accounts/" + person.id() + "/ban", REASON).statusCode(204);

        awaitTypes(List.of("fields", "banned"));
    }

    @Test
    void changesOfManyAtOnceAreAllTold() {
        var people =
                IntStream.range(0, 20).mapToObj(i -> Somebody.withAnAccount()).toList();
        people.parallelStream().forEach(one -> {
            one.offering("One", "0613");
            one.offering("Two", "0613");
        });

        for (var one : people) {
            await("both changes of " + one.id())
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> told(one).size() == 2);
            assertTrue(told(one).getLast().get("data").contains("Two"));
        }
    }

    private AccountStream.Entry unbanned(long number) {
        return new AccountStream.Entry(number, 1_700_000_000_000_000L, "unbanned", person.id(), "{}");
    }

    private void query(String sql) {
        database.query(sql).execute().await().indefinitely();
    }

    private void awaitTypes(List<String> types) {
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertEquals(
                        types, told().stream().map(entry -> entry.get("type")).toList()));
    }

    private List<Map<String, String>> told() {
        return told(person);
    }

    private List<Map<String, String>> told(Somebody about) {
        return redis.stream(String.class).xrange(AccountStream.KEY, StreamRange.of("-", "+")).stream()
                .map(StreamMessage::payload)
                .filter(entry -> about.id().equals(entry.get("account")))
                .toList();
    }
}
