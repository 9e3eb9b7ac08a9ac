package dev.stoa.signaling.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.signaling.redis.Loop;
import dev.stoa.signaling.rig.Door;
import dev.stoa.signaling.rig.Surroundings;
import dev.stoa.signaling.rig.TestRedis;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Command;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever is away has a window on the list, however often and by whomever that is found out. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class AbsencesTest {

    /** So many that some of them are found silent twice in one millisecond, and with that get the same window. */
    private static final int MANY = 40;

    @Inject
    Door door;

    @Inject
    Absences absences;

    @Inject
    Loop loop;

    @Test
    void pagesThatAreFoundSilentSeveralTimesAtOnceAreGivenUpWhenTheirWindowsEnd() throws Exception {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var redis = door.redis()) {
            var bobs = IntStream.range(0, MANY)
                    .mapToObj(i -> elsewhere(redis, room, "bob" + i))
                    .toList();

            away(bobs.stream().flatMap(bob -> Stream.of(bob, bob, bob)).toList());

            for (var bob : bobs) {
                assertOnTheList(redis, bob);
                ada.next("peer-reconnecting");
            }
            redis.endWindow(room, "bob7");
            assertEquals("bob7", ada.next("peer-left").path("peer").textValue());
        }
    }

    @Test
    void aWindowThatIsMissingOnTheListStandsThereAgain() throws Exception {
        var room = Door.newRoom();
        try (var ada = door.join(room, "ada");
                var redis = door.redis()) {
            var bob = elsewhere(redis, room, "bob");
            away(List.of(bob));
            redis.run(Command.ZREM, Keys.AWAY, window(redis, bob));

            away(List.of(bob));

            assertOnTheList(redis, bob);
        }
    }

    private void away(List<Member> members) throws Exception {
        Promise<Object> told = Promise.promise();
        loop.execute(() -> Future.all(members.stream().map(absences::away).toList())
                .<Object>mapEmpty()
                .onComplete(told));
        told.future().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** The window that its place names, and no other. */
    private static void assertOnTheList(TestRedis redis, Member member) {
        await().untilAsserted(() -> assertEquals(
                List.of(window(redis, member)),
                redis.run(Command.ZRANGE, Keys.AWAY, 0, -1).stream()
                        .map(Object::toString)
                        .filter(window -> window.startsWith(member.room() + " " + member.id() + " "))
                        .toList()));
    }

    /** The window that its place names. */
    private static String window(TestRedis redis, Member member) {
        var place = place(redis, member.room(), member.id());
        return "%s %s %s %s".formatted(member.room(), member.id(), place[0], place[3]);
    }

    /** Somebody who came in by another instance, which does not look after its page. */
    private static Member elsewhere(TestRedis redis, String room, String peer) {
        var place = place(redis, room, "ada");
        place[0] = "connection-" + peer;
        place[1] = "elsewhere";
        redis.run(Command.HSET, Keys.peers(room), peer, String.join(" ", place));
        return new Member(room, peer, place[0]);
    }

    private static String[] place(TestRedis redis, String room, String peer) {
        return redis.run(Command.HGET, Keys.peers(room), peer).toString().split(" ");
    }
}
