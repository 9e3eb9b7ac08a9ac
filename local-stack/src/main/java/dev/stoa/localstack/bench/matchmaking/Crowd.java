package dev.stoa.localstack.bench.matchmaking;

import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Many who ask before a measurement, and take it back after it, a few at a time. */
final class Crowd {
    private static final int AT_ONCE = 64;

    private final Deque<Learner> waiting;

    private Crowd(List<Learner> learners) {
        this.waiting = new ArrayDeque<>(learners);
    }

    /** Lets all of them ask; how many tickets wait when all do, or the time is over. */
    static int fill(Play play, List<Learner> learners, Duration within) {
        var crowd = new Crowd(learners);
        long end = System.nanoTime() + within.toNanos();
        int wanted = play.on(() -> play.open().size()) + learners.size();
        play.on(() -> {
            play.fillWith(crowd);
            for (int i = 0; i < AT_ONCE; i++) crowd.next();
            return true;
        });
        while (play.on(() -> play.open().size()) < wanted && System.nanoTime() < end) Play.sleep(50);
        return play.on(() -> {
            play.fillWith(null);
            return play.open().size();
        });
    }

    void next() {
        if (!waiting.isEmpty()) waiting.remove().ask();
    }

    /** Takes all back that waits, and lets all experts go, so that the next measurement finds nobody. */
    static void clear(Play play, List<Expert> experts) {
        var gone = play.on(() -> Future.join(experts.stream()
                .map(expert -> play.api().call(expert.account(), HttpMethod.DELETE, "/availability", null))
                .toList()));
        gone.toCompletionStage()
                .toCompletableFuture()
                .handle((done, failure) -> true)
                .join();
        play.on(() -> {
            var open = new ArrayDeque<>(play.open().entrySet());
            for (int i = 0; i < AT_ONCE; i++) takeBack(play, open);
            return true;
        });
        while (play.on(play.open()::size) > 0) Play.sleep(50);
    }

    /** Notes among the failures what the service says of the tickets that have not come to an end. */
    static void explain(Play play) {
        var said = play.on(() -> {
            var all = new ArrayList<Future<?>>();
            play.open()
                    .forEach((ticket, learner) -> all.add(play.api()
                            .call(learner.account(), HttpMethod.GET, "/tickets/" + ticket, null)
                            .onSuccess(found -> play.tally().failed("not over in the end: " + found.getString("state")))
                            .onFailure(play::failed)));
            return Future.join(all);
        });
        said.toCompletionStage()
                .toCompletableFuture()
                .handle((done, failure) -> true)
                .join();
    }

    private static void takeBack(Play play, Deque<Map.Entry<String, Learner>> open) {
        var next = open.poll();
        if (next == null) return;
        var ticket = next.getKey();
        play.api()
                .call(next.getValue().account(), HttpMethod.POST, "/tickets/" + ticket + "/cancel", null)
                .onComplete(done -> {
                    play.open().remove(ticket);
                    takeBack(play, open);
                });
    }
}
