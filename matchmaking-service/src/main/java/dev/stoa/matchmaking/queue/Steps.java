package dev.stoa.matchmaking.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stoa.matchmaking.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Takes the atomic steps, and passes on what they leave to be done and to be counted. */
public final class Steps {

    private final RedisLink link;
    private final Library library;
    private final Changes changes;
    private final ObjectMapper mapper;
    private final List<Consumer<Work>> workers = new CopyOnWriteArrayList<>();

    public Steps(RedisLink link, Changes changes, ObjectMapper mapper) {
        this.link = link;
        this.library = new Library(link);
        this.changes = changes;
        this.mapper = mapper;
    }

    /** Whether the queue can be reached right now. */
    public boolean connected() {
        return link.connected();
    }

    /** From now on the worker is handed all that steps of this instance leave to be done. It must not block. */
    public void onWork(Consumer<Work> worker) {
        workers.add(worker);
    }

    /** Hands something to the workers that an earlier step, maybe of another instance, has left undone. */
    public void hand(Work work) {
        workers.forEach(worker -> worker.accept(work));
    }

    /** Takes a step; a Redis that is away is answered with a 503 problem. */
    public Uni<Reply> take(Step step, Object... arguments) {
        Request request = request(step, arguments);
        return send(step, request)
                .onFailure(RedisErrors::isUnknownFunction)
                .recoverWithUni(() -> library.load().chain(() -> send(step, request)))
                .onFailure(RedisAway.class)
                .transform(away -> Problems.unavailable("The queue can't be reached; try again in a second."))
                .map(this::read);
    }

    private Uni<Response> send(Step step, Request request) {
        return step.mayBeTakenBack() ? link.send(request) : link.sendWrite(request);
    }

    private static Request request(Step step, Object... arguments) {
        Request request =
                Request.cmd(Command.FCALL).arg(Library.function(step)).arg(1).arg(Keys.LOG);
        for (Object argument : arguments) {
            request.arg(String.valueOf(argument));
        }
        return request;
    }

    private Reply read(Response answer) {
        answer.get(3).forEach(change -> changes.count(change.toString()));
        answer.get(2).forEach(member -> hand(Work.of(member.toString())));
        return new Reply(Outcome.of(answer.get(0).toString()), answer.get(1), mapper);
    }
}
