package dev.stoa.localstack.bench.matchmaking;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Learners and experts of one measurement, all on one event loop, on which everything here is called. */
final class Play implements AutoCloseable {
    private static final long RETRY_MS = 200;

    private final Vertx vertx;
    private final Context loop;
    private final Api api;
    private final Tally tally = new Tally();
    private final Tickets tickets = new Tickets();
    private final Map<String, String> meetings = new HashMap<>();
    private final Map<String, Integer> passes = new HashMap<>();
    private final Map<String, Learner> entered = new HashMap<>();
    private final Deque<Learner> idle = new ArrayDeque<>();
    private @Nullable Crowd crowd;
    private boolean again = true;
    private boolean open = true;
    private boolean helping = true;

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

    /** From now on each ticket that is queued lets the next of the crowd ask. */
    void fillWith(@Nullable Crowd asking) {
        crowd = asking;
    }

    /** The tickets that have not come to an end, and whose they are. */
    Map<String, Learner> open() {
        return tickets.open();
    }

    Api api() {
        return api;
    }

    Tally tally() {
        return tally;
    }

    String nonce() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    void asked(String ticket, Learner learner) {
        boolean offered = tickets.asked(ticket, learner);
        if (crowd != null) crowd.next();
        if (offered && !learner.watches()) learner.sayReady(ticket);
    }

    /** An expert was offered the ticket; its learner, if it doesn't watch, is told so. */
    void offered(String ticket) {
        var learner = tickets.offered(ticket);
        if (learner != null && !learner.watches()) learner.sayReady(ticket);
    }

    void said(@Nullable String match, long at) {
        if (match != null) tally.said(match, at);
    }

    void matched(String match, String ticket) {
        meetings.put(match, ticket);
        tally.matched(ticket, match);
        var learner = tickets.of(ticket);
        if (learner != null && !learner.watches()) learner.takePass(match);
        leaveIfBothHavePasses(match);
    }

    void passed(String match) {
        passes.merge(match, 1, Integer::sum);
        leaveIfBothHavePasses(match);
    }

    void passed(String match, Learner learner) {
        entered.put(match, learner);
        passed(match);
    }

    private void leaveIfBothHavePasses(String match) {
        if (meetings.containsKey(match) && passes.getOrDefault(match, 0) == 2) {
            passes.remove(match);
            var learner = entered.remove(match);
            if (learner != null) learner.leave(match);
        }
    }

    void left(String match) {
        tally.done();
        var ticket = meetings.remove(match);
        var learner = ticket == null ? null : tickets.ended(ticket);
        if (learner != null && !learner.watches()) free(learner);
    }

    void free(Learner learner) {
        if (open && again) learner.ask();
        else idle.add(learner);
    }

    void free(Expert expert) {
        if (open && helping) expert.comeForward();
        else expert.goAway();
    }

    /** Whether experts come forward again when they are free. */
    void helping(boolean wanted) {
        helping = wanted;
    }

    /** From now on learners ask only when {@link #askOne} tells them to. */
    void wait(List<Learner> learners) {
        again = false;
        idle.addAll(learners);
    }

    /** A learner who is free asks; when nobody is, the rate is missed and the figures show it. */
    void askOne() {
        var learner = idle.poll();
        if (learner != null) learner.ask();
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

    void failed(Throwable failure) {
        if (open) tally.failed(failure.getMessage());
    }

    void later(Throwable failure, Runnable retry) {
        failed(failure);
        if (open) vertx.setTimer(RETRY_MS, ignored -> retry.run());
    }

    /** Tries again what may yet go well: whatever was not refused. */
    void unlessRefused(Throwable failure, Runnable retry) {
        if (failure instanceof Api.Refused refused && refused.isFinal()) failed(failure);
        else later(failure, retry);
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
