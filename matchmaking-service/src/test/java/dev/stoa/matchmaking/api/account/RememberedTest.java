package dev.stoa.matchmaking.api.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private long now = Long.MAX_VALUE - 5;
    private final Remembered<String> remembered = new Remembered<>(2, Duration.ofNanos(10), () -> now);

    @Test
    void anAnswerIsGoodForAWhile() {
        remembered.put("ada", "one", remembered.era());

        now += 9;
        assertEquals(Optional.of("one"), remembered.get("ada"));
        now += 1;
        assertEquals(Optional.empty(), remembered.get("ada"));
    }

    @Test
    void theOldestAnswersGoFirstWhenThereAreTooMany() {
        remembered.put("ada", "one", remembered.era());
        remembered.put("bob", "one", remembered.era());
        remembered.put("ada", "two", remembered.era());
        remembered.put("eve", "one", remembered.era());

        assertEquals(Optional.empty(), remembered.get("bob"));
        assertEquals(Optional.of("two"), remembered.get("ada"));
        assertEquals(Optional.of("one"), remembered.get("eve"));
    }

    @Test
    void whatIsForgottenIsAskedAnew() {
        remembered.put("ada", "one", remembered.era());
        remembered.put("bob", "one", remembered.era());

        remembered.forget("ada");

        assertEquals(Optional.empty(), remembered.get("ada"));
        assertEquals(Optional.of("one"), remembered.get("bob"));
    }

    @Test
    void anAnswerThatMayBeOlderThanTheChangeIsNotKept() {
        long asked = remembered.era();
        remembered.forget("ada");

        remembered.put("ada", "old", asked);

        assertEquals(Optional.empty(), remembered.get("ada"));
    }
}
