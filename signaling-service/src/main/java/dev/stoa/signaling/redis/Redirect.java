package dev.stoa.signaling.redis;

import io.vertx.redis.client.impl.types.ErrorType;
import java.util.Optional;

/** A node of a cluster did nothing, and says what to do instead. */
sealed interface Redirect {

    /** The slot is at another primary. */
    record Moved(int slot, RedisAddress to) implements Redirect {}

    /** The slot is on its way there, and these keys have gone already. */
    record Ask(RedisAddress to) implements Redirect {}

    /** The slot is on its way, and some of the keys have gone. */
    record Wait() implements Redirect {}

    /** What the error says; a host that is left out is {@code same}. */
    static Optional<Redirect> of(Throwable failure, String same) {
        return failure instanceof ErrorType ? of(String.valueOf(failure.getMessage()), same) : Optional.empty();
    }

    /** The same of an error's text. */
    static Optional<Redirect> of(String error, String same) {
        var words = error.split(" ");
        return switch (words[0]) {
            case "MOVED" -> RedisAddress.of(words[2], same).map(to -> new Moved(Integer.parseInt(words[1]), to));
            case "ASK" -> RedisAddress.of(words[2], same).map(Ask::new);
            case "TRYAGAIN" -> Optional.of(new Wait());
            default -> Optional.empty();
        };
    }
}
