package dev.stoa.localstack.bench.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TallyTest {
    private static final long MS = 1_000_000;

    private final Tally tally = new Tally();

    @Test
    void aMatchIsHeardWhenTheSlowerOfTheTwoHasHeardIt() {
        for (int number = 0; number < 1_000; number++) {
            var match = "mat_" + number;
            tally.said(match, 1);
            tally.heardByLearner(match, 1 + MS);
            tally.heardByExpert(match, 1 + (number % 50 == 0 ? 100 : 1) * MS);
        }

        assertThat(tally.eventMs(50)).isCloseTo(1, within(0.1));
        assertThat(tally.eventMs(99)).isCloseTo(100, within(1.0));
    }
}
