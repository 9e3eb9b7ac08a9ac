package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Absences;
import dev.stoa.signaling.cluster.AppendOutcome;
import dev.stoa.signaling.cluster.Attendance;
import dev.stoa.signaling.cluster.Change;
import dev.stoa.signaling.cluster.RoomLog;
import dev.stoa.signaling.cluster.Saying;
import dev.stoa.signaling.cluster.Session;
import dev.stoa.signaling.protocol.ClientMessage;
import dev.stoa.signaling.protocol.Decoded;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import dev.stoa.signaling.redis.Loop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what pages send by request. It may come to any instance, whichever holds the page's event stream. May be called
 * from any thread.
 */
@Singleton
public final class Letterbox {

    private final Loop loop;
    private final RoomLog log;
    private final Attendance attendance;
    private final Absences absences;
    private final Wire wire;

    Letterbox(Loop loop, RoomLog log, Attendance attendance, Absences absences, Wire wire) {
        this.loop = loop;
        this.log = log;
        this.attendance = attendance;
        this.absences = absences;
        this.wire = wire;
    }

    /**
     * What became of a batch.
     *
     * @param received the number in the session up to which all is settled
     * @param errors about those that were not done
     */
    public record Receipt(long received, List<ServerMessage.Error> errors) {}

    /** The page is there; gives the number up to which its messages are settled, or below 0 if there is no such session. */
    public Future<Long> heard(Session session) {
        return onLoop(() -> attendance.heard(session));
    }

    /**
     * Takes in messages of a session that was just {@link #heard}, in their order; fails if Redis cannot be asked.
     *
     * @param seen the highest number that the page has received
     * @param settled what {@link #heard} gave
     */
    public Future<Receipt> take(Session session, long seen, long settled, List<Decoded> messages) {
        return onLoop(() -> {
            var answers = new ArrayList<Future<AppendOutcome>>();
            for (var message : messages) {
                answers.add(take(session, seen, message));
            }
            return Future.all(answers).map(all -> receipt(settled, messages, all.list()));
        });
    }

    private Future<AppendOutcome> take(Session session, long seen, Decoded decoded) {
        return switch (decoded) {
            case Decoded.Message(var message) -> take(session, seen, message);
            case Decoded.Refused(var answer) ->
                answer.n() == null
                        ? Future.succeededFuture(AppendOutcome.NOT_ALLOWED)
                        : log.append(Saying.settling(session.room(), session.peer(), session.key(), answer.n()))
                                .map(AppendOutcome::of);
        };
    }

    private Future<AppendOutcome> take(Session session, long seen, ClientMessage message) {
        if (message instanceof ClientMessage.Leave) {
            return absences.remove(session.room(), session.peer(), Change.LEFT).map(left -> AppendOutcome.ACCEPTED);
        }
        if (message instanceof ClientMessage.Closing) {
            return absences.closing(session).map(told -> AppendOutcome.ACCEPTED);
        }
        var words = Words.of(session.peer(), message, wire);
        return log.append(new Saying(
                        session.room(),
                        session.peer(),
                        session.key(),
                        number(message),
                        words.right().letter(),
                        words.to(),
                        seen,
                        words.message()))
                .map(AppendOutcome::of);
    }

    private static Receipt receipt(long settled, List<Decoded> messages, List<AppendOutcome> outcomes) {
        var received = settled;
        var errors = new ArrayList<ServerMessage.Error>();
        for (var i = 0; i < messages.size(); i++) {
            var outcome = outcomes.get(i);
            var error = error(messages.get(i), outcome);
            var n = n(messages.get(i));
            if (outcome.isSettled() && n != null) {
                received = Math.max(received, n);
            }
            if (error != null) {
                errors.add(error);
            }
        }
        return new Receipt(received, errors);
    }

    private static ServerMessage.@Nullable Error error(Decoded decoded, AppendOutcome outcome) {
        return switch (outcome) {
            case ACCEPTED, REPEATED -> null;
            case ADDRESSEE_UNKNOWN, NOT_ALLOWED, OUT_OF_ORDER, SENDER_GONE ->
                switch (decoded) {
                    case Decoded.Message(var message) -> Refusal.of(outcome).answer(message.id(), message.n());
                    case Decoded.Refused(var answer) ->
                        outcome == AppendOutcome.NOT_ALLOWED
                                ? answer
                                : Refusal.of(outcome).answer(answer.ref(), answer.n());
                };
        };
    }

    private static @Nullable Long n(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Message(var message) -> message.n();
            case Decoded.Refused(var answer) -> answer.n();
        };
    }

    private static long number(ClientMessage message) {
        var n = message.n();
        return n == null ? 0 : n;
    }

    private <T> Future<T> onLoop(Supplier<Future<T>> action) {
        Promise<T> promise = Promise.promise();
        loop.execute(() -> action.get().onComplete(promise));
        return promise.future();
    }
}
