package dev.stoa.matchmaking.proof;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The checker is worth something: with a guard taken out of the claim it turns red. */
class MutantsIT {

    private static final Seed SEED = Seed.of("MutantsIT");
    private static final Duration AT_MOST = Duration.ofMinutes(4);

    @Test
    void itTurnsRedWithoutTheFences() {
        assertTurnsRed(
                Mutant.of("claim.lua", " or availability.revision ~= ARGV[4]", " and ticket.turn == ARGV[i + 1]"));
    }

    @Test
    void itTurnsRedWithoutTheChecksOfTheStates() {
        assertTurnsRed(
                Mutant.of("claim.lua", " or availability.state ~= 'available'", " and ticket.state == 'queued'"));
    }

    private static void assertTurnsRed(Mutant mutant) {
        try (Stage stage = new Stage("mutant", 2, List.of(mutant.directory()))) {
            List<String> wrongs = new Play(stage, SEED).findWrong(60, 10, AT_MOST);

            assertFalse(wrongs.isEmpty(), "the checker has noticed nothing");
            System.out.println("MutantsIT: " + wrongs.getFirst());
        }
    }
}
