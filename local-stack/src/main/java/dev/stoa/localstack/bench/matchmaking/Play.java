package dev.stoa.localstack.bench.matchmaking;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Learners and experts of one measurement, all on one event loop, on which everything here is called. */
final class Play implements AutoCloseable {
    private static final long RETRY_MS = 200;
    private static final int AT_ONCE = 64;

    private record Meeting(String ticket, Expert expert) {}

    private final Vertx vertx;
    private final Context loop;
    private final Api api;
    private final Tally tally = new Tally();
    private final Map<String, Learner> byTicket = new HashMap<>();
    private final Set<String> offeredUnknown = new HashSet<>();
    private final Map<String, Meeting> meetings = new HashMap<>();
    private final Map<String, Integer> passes = new HashMap<>();
    private final Deque<Learner> idle = new ArrayDeque<>();
    private Deque<Learner> filling = new ArrayDeque<>();
    private boolean again = true;
    private boolean open = true;
    private int late;

    Play(Vertx vertx, Api api) {
        this.vertx = vertx;
        this.api = api;
        this.loop = vertx.getOrCreateContext();
    }

    /** Runs something on the loop and waits for it. */
    <T> T on(Callable<T> work) {
        var result = new CompletableFuture<T>();
        loop.runOnContext(ignored -> {
            try {
                result.complete(work.call());
            } catch (Exception e) {
                result.completeExceptionally(e);
            }
        });
        return result.join();
    }

    /** Opens the streams of all and waits until they tell. */
    void watch(List<Learner> learners, List<Expert> experts) {
        var opened = on(() -> {
            var all = new ArrayList<Future<?>>();
            for (var learner : learners) all.add(api.watch(learner.account(), learner::heard));
            for (var expert : experts) all.add(api.watch(expert.account(), expert::heard));
            return Future.join(all);
        });
        opened.toCompletionStage().toCompletableFuture().join();
    }

    /** Lets all of them ask, a few at a time, and waits until their tickets are queued. */
    void fill(List<Learner> learners) {
        var waiting = new ArrayDeque<>(learners);
        on(() -> {
            for (int i = 0; i < AT_ONCE; i++)
                if (!waiting.isEmpty()) waiting.remove().ask();
            filling = waiting;
            return true;
        });
        while (on(() -> byTicket.size()) < learners.size()) sleep(100);
    }

    Api api() {
        return api;
    }

    Tally tally() {
        return tally;
    }

    String nonce() {
        return UUID.randomUUID().toString();
    }

    void asked(String ticket, Learner learner) {
        byTicket.put(ticket, learner);
        if (!filling.isEmpty()) filling.remove().ask();
        if (offeredUnknown.remove(ticket) && !learner.watches()) learner.sayReady(ticket);
    }

    /** An expert was offered the ticket; its learner, if it doesn't watch, is told so. */
    void offered(String ticket) {
        var learner = byTicket.get(ticket);
        if (learner == null) offeredUnknown.add(ticket);
        else if (!learner.watches()) learner.sayReady(ticket);
    }

    void said(@Nullable String match, long at) {
        if (match != null) tally.said(match, at);
    }

    void matched(String match, String ticket, Expert expert) {
        meetings.put(match, new Meeting(ticket, expert));
        tally.matched(ticket, match);
        var learner = byTicket.get(ticket);
        if (learner != null && !learner.watches()) learner.takePass(match);
        leaveIfBothHavePasses(match);
    }

    void passed(String match) {
        passes.merge(match, 1, Integer::sum);
        leaveIfBothHavePasses(match);
    }

    private void leaveIfBothHavePasses(String match) {
        var meeting = meetings.get(match);
        if (meeting != null && passes.getOrDefault(match, 0) == 2) {
            passes.remove(match);
            meeting.expert().leave(match);
        }
    }

    void left(String match) {
        tally.done();
        var meeting = meetings.remove(match);
        var learner = meeting == null ? null : byTicket.remove(meeting.ticket());
        if (learner != null && !learner.watches()) free(learner);
    }

    void free(Learner learner) {
        if (open && again) learner.ask();
        else idle.add(learner);
    }

    void free(Expert expert) {
        if (open) expert.comeForward();
    }

    /** From now on learners ask only when {@link #askOne} tells them to. */
    void wait(List<Learner> learners) {
        again = false;
        idle.addAll(learners);
    }

    /** A learner who is free asks. */
    void askOne() {
        var learner = idle.poll();
        if (learner == null) late++;
        else learner.ask();
    }

    /** How often nobody was free to ask. */
    int late() {
        return late;
    }

    /** Nobody asks any more; what has begun goes on. */
    void rest() {
        again = false;
    }

    /** Nobody does anything any more. */
    void stop() {
        open = false;
        again = false;
    }

    /** Tickets that have not come to an end. */
    int unfinished() {
        return byTicket.size();
    }

    /** Takes all back that waits, and lets all experts go, so that the next measurement finds nobody. */
    void clear(List<Expert> experts) {
        var gone = on(() -> Future.join(experts.stream()
                .map(expert -> api.call(expert.account(), HttpMethod.DELETE, "/availability", null))
                .toList()));
        gone.toCompletionStage()
                .toCompletableFuture()
                .handle((done, failure) -> true)
                .join();
        on(() -> {
            var waiting = new ArrayDeque<>(byTicket.entrySet());
            for (int i = 0; i < AT_ONCE; i++) takeBack(waiting);
            return true;
        });
        while (on(this::unfinished) > 0) sleep(50);
    }

    private void takeBack(Deque<Map.Entry<String, Learner>> waiting) {
        var next = waiting.poll();
        if (next == null) return;
        var ticket = next.getKey();
        api.call(next.getValue().account(), HttpMethod.POST, "/tickets/" + ticket + "/cancel", null)
                .onComplete(done -> {
                    byTicket.remove(ticket);
                    takeBack(waiting);
                });
    }

    void failed(Throwable failure) {
        if (open) tally.failed(failure.getMessage());
    }

    void later(Throwable failure, Runnable retry) {
        failed(failure);
        if (open) vertx.setTimer(RETRY_MS, ignored -> retry.run());
    }

    static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
