package dev.stoa.matchmaking.meeting.ticket;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a ticket is in its life. Each state has exactly its legal moves, as methods that give the next state.
 *
 * <p>The moves themselves are made by the queue's scripts; the table of moves that these check is generated from here.
 */
@Schema(
        type = SchemaType.STRING,
        enumeration = {
            "queued",
            "offered",
            "paused",
            "matched",
            "in-call",
            "completed",
            "cancelled",
            "expired",
            "failed"
        },
        description = "Where a ticket is in its life: queued, offered (the ready check), matched, in-call, completed;"
                + " paused (it keeps its place), cancelled, expired, failed (its learner did not come).")
public sealed interface TicketState {

    /** It waits at its place. */
    record Queued() implements TicketState {

        /** The ready check begins. */
        public Offered offer() {
            return new Offered();
        }

        public Queued change() {
            return this;
        }

        public Paused pause() {
            return new Paused();
        }

        public Cancelled cancel() {
            return new Cancelled();
        }

        public Expired expire() {
            return new Expired();
        }
    }

    /** The ready check: an expert and the learner are being asked; it keeps its place. */
    record Offered() implements TicketState {

        /** Both have said yes. */
        public Matched match() {
            return new Matched();
        }

        /** The expert declined, stayed silent, or is gone. */
        public Queued giveBack() {
            return new Queued();
        }

        public Paused pause() {
            return new Paused();
        }

        public Cancelled cancel() {
            return new Cancelled();
        }
    }

    /** It is offered to nobody until its learner resumes it; it keeps its place. */
    record Paused() implements TicketState {

        public Queued resume() {
            return new Queued();
        }

        public Paused change() {
            return this;
        }

        public Cancelled cancel() {
            return new Cancelled();
        }

        public Expired expire() {
            return new Expired();
        }
    }

    /** Both have said yes and are on their way into the room. */
    record Matched() implements TicketState {

        /** Both have come into the room. */
        public InCall begin() {
            return new InCall();
        }

        /** The expert did not come, or left before the learner came. */
        public Queued retry() {
            return new Queued();
        }

        /** The learner left before the expert came. */
        public Cancelled withdraw() {
            return new Cancelled();
        }

        /** The learner did not come. */
        public Failed fail() {
            return new Failed();
        }
    }

    /** Both have come into the room. */
    record InCall() implements TicketState {

        public Completed complete() {
            return new Completed();
        }
    }

    /** The match is over. */
    record Completed() implements TicketState {}

    /** The learner took it back, or somebody did so for them. */
    record Cancelled() implements TicketState {}

    /** It has waited, or was paused, for too long. */
    record Expired() implements TicketState {}

    /** The learner did not come into the room. */
    record Failed() implements TicketState {

        /** The learner undoes it. */
        public Queued reopen() {
            return new Queued();
        }
    }

    /** Its name in JSON, in events and in the queue. */
    @JsonValue
    default String word() {
        return TicketWords.of(this);
    }

    /** Every state. */
    static List<TicketState> all() {
        return Arrays.stream(TicketState.class.getPermittedSubclasses())
                .map(TicketState::instance)
                .toList();
    }

    /** The state of this name. */
    @JsonCreator
    static TicketState of(String word) {
        return TicketWords.state(word);
    }

    /** The legal moves by name, each with the state it leads to. */
    default Map<String, TicketState> moves() {
        Map<String, TicketState> moves = new TreeMap<>();
        for (Method method : getClass().getDeclaredMethods()) {
            if (TicketState.class.isAssignableFrom(method.getReturnType())) {
                moves.put(TicketWords.kebab(method.getName()), instance(method.getReturnType()));
            }
        }
        return moves;
    }

    private static TicketState instance(Class<?> type) {
        try {
            return (TicketState) type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
