package dev.stoa.signaling.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import io.vertx.redis.client.impl.types.MultiType;
import io.vertx.redis.client.impl.types.NumberType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TogetherTest {

    private final List<List<String>> sent = new ArrayList<>();
    private final List<Promise<Response>> answers = new ArrayList<>();
    private final List<Runnable> timers = new ArrayList<>();
    private long now;
    private final Pace pace = new Pace(Duration.ofMillis(2), () -> now, (wait, action) -> timers.add(action));
    private final Together together = new Together(key -> key, pace, (keys, arguments) -> {
        sent.add(List.copyOf(arguments));
        Promise<Response> answer = Promise.promise();
        answers.add(answer);
        return answer.future();
    });

    @Test
    void whatComesWhileACallIsUnderWayGoesTogetherAfterIt() {
        var first = say("a", "1");
        var second = say("a", "2");
        var third = say("a", "3");
        assertEquals(List.of(List.of("1")), sent);

        answer(0, NumberType.create(11L));
        assertEquals(List.of(List.of("1"), List.of("2", "3")), sent);
        answer(1, NumberType.create(12L), NumberType.create(13L));

        pass(2);
        assertEquals(
                List.of("11", "12", "13"),
                List.of(first, second, third).stream()
                        .map(said -> said.result().toString())
                        .toList());
        say("a", "4");
        assertEquals(List.of("4"), sent.getLast());
    }

    @Test
    void afterACallOfManyMoreAreAwaitedForALittle() {
        say("a", "1");
        say("a", "2");
        say("a", "3");
        answer(0, NumberType.create(1L));
        answer(1, NumberType.create(2L), NumberType.create(3L));

        say("a", "4");
        pass(1);
        say("a", "5");
        assertEquals(2, sent.size());
        pass(1);

        assertEquals(List.of("4", "5"), sent.getLast());
    }

    @Test
    void theAnswerIsAwaitedAlsoWhenItTakesLonger() {
        say("a", "1");
        say("a", "2");
        say("a", "3");
        answer(0, NumberType.create(1L));
        say("a", "4");
        pass(2);
        assertEquals(2, sent.size());

        answer(1, NumberType.create(2L), NumberType.create(3L));

        assertEquals(List.of("4"), sent.getLast());
    }

    @Test
    void afterACallOfOneNothingIsAwaited() {
        say("a", "1");
        answer(0, NumberType.create(1L));
        say("a", "2");

        assertEquals(List.of(List.of("1"), List.of("2")), sent);
    }

    @Test
    void groupsDoNotWaitForEachOther() {
        say("a", "1");
        say("b", "2");
        say("a", "3");

        assertEquals(List.of(List.of("1"), List.of("2")), sent);
    }

    @Test
    void whatIsSentAfterItIsDoneAfterIt() {
        say("a", "1");
        say("a", "2");

        together.hurry("b");
        assertEquals(List.of(List.of("1")), sent);
        together.hurry("a");

        assertEquals(List.of(List.of("1"), List.of("2")), sent);
    }

    @Test
    void notTooManyWait() {
        for (var i = 0; i <= 50; i++) {
            say("a", Integer.toString(i));
        }

        assertEquals(2, sent.size());
        assertEquals(50, sent.getLast().size());
    }

    @Test
    void anErrorIsOfItsOwnCallAlone() {
        say("a", "1");
        var bad = say("a", "2");
        var good = say("a", "3");
        answer(0, NumberType.create(1L));

        answer(1, ErrorType.create("ERR of this one"), NumberType.create(2L));

        assertTrue(bad.cause() instanceof ErrorType);
        assertEquals("2", good.result().toString());
    }

    @Test
    void whenTheCallFailsAllDoAndTheNextIsSent() {
        say("a", "1");
        var lost = say("a", "2");
        answer(0, NumberType.create(1L));
        say("a", "3");

        answers.get(1).fail("away");

        assertTrue(lost.failed());
        assertEquals(List.of("3"), sent.getLast());
    }

    private Future<Response> say(String key, String word) {
        return together.add(List.of(key), List.of(word));
    }

    private void pass(long millis) {
        now += Duration.ofMillis(millis).toNanos();
        if (pace.isTime()) {
            List.copyOf(timers).forEach(Runnable::run);
            timers.clear();
        }
    }

    private void answer(int call, Response... outcomes) {
        var list = MultiType.create(outcomes.length, false);
        List.of(outcomes).forEach(list::add);
        answers.get(call).complete(list);
    }
}
