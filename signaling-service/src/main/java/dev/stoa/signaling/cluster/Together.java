package dev.stoa.signaling.cluster;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Calls of a step that takes many at once. One that is asked for while nothing else is goes at once; what is asked for while a
 * call is under way, or soon after one of many, waits and goes with all that comes meanwhile: the more there is to do, the
 * less each costs. Lives on the loop.
 */
final class Together {

    // Redis does nothing else meanwhile: about a millisecond.
    private static final int MOST_AT_ONCE = 50;

    private final Map<String, Group> groups = new HashMap<>();
    private final UnaryOperator<String> groupOf;
    private final BiFunction<List<String>, List<String>, Future<Response>> step;
    private final Pace pace;

    /**
     * @param groupOf of a key: those of one group may be touched by one call
     * @param pace of the calls of all groups
     * @param step runs the step with the keys and arguments of all calls, one after the other; answers with a list
     */
    Together(UnaryOperator<String> groupOf, Pace pace, BiFunction<List<String>, List<String>, Future<Response>> step) {
        this.groupOf = groupOf;
        this.pace = pace;
        this.step = step;
    }

    /** Asks for a call. Those of one group are done in the order in which they are asked for. */
    Future<Response> add(List<String> keys, List<String> arguments) {
        var group = groups.computeIfAbsent(groupOf.apply(keys.getFirst()), Group::new);
        var call = new Call(keys, arguments, Promise.promise());
        group.waiting.add(call);
        if (group.waiting.size() >= MOST_AT_ONCE) {
            send(group);
        } else if (group.underWay == 0) {
            sendInTime(group);
        }
        return call.done.future();
    }

    /** Sends what waits in the group of that key, so that what is sent next is done after it. */
    void hurry(String key) {
        var group = groups.get(groupOf.apply(key));
        if (group != null && !group.waiting.isEmpty()) {
            send(group);
        }
    }

    private void sendInTime(Group group) {
        if (pace.isTime()) {
            send(group);
        } else if (!group.timed) {
            group.timed = true;
            pace.whenItIsTime(() -> {
                group.timed = false;
                if (group.underWay == 0 && !group.waiting.isEmpty()) {
                    send(group);
                }
            });
        }
    }

    private void send(Group group) {
        var calls = group.waiting;
        pace.sent(calls.size());
        group.waiting = new ArrayList<>();
        group.underWay++;
        var keys = new ArrayList<String>();
        var arguments = new ArrayList<String>();
        for (var call : calls) {
            keys.addAll(call.keys);
            arguments.addAll(call.arguments);
        }
        step.apply(keys, arguments).onComplete(answer -> {
            group.underWay--;
            goOn(group);
            settle(calls, answer);
        });
    }

    private void goOn(Group group) {
        if (group.underWay > 0) {
            return;
        }
        if (group.waiting.isEmpty()) {
            groups.remove(group.name, group);
        } else {
            sendInTime(group);
        }
    }

    private static void settle(List<Call> calls, AsyncResult<Response> answer) {
        for (var i = 0; i < calls.size(); i++) {
            var done = calls.get(i).done;
            if (answer.failed()) {
                done.fail(answer.cause());
            } else if (answer.result().get(i).type() == ResponseType.ERROR) {
                done.fail((ErrorType) answer.result().get(i));
            } else {
                done.complete(answer.result().get(i));
            }
        }
    }

    private record Call(List<String> keys, List<String> arguments, Promise<Response> done) {}

    private static final class Group {

        private final String name;
        private List<Call> waiting = new ArrayList<>();
        private int underWay;
        private boolean timed;

        Group(String name) {
            this.name = name;
        }
    }
}
