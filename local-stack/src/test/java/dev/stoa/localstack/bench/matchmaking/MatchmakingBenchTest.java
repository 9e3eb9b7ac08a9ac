package dev.stoa.localstack.bench.matchmaking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchmakingBenchTest {
    @Test
    void aSizeIsNamedAfterHowManyReallyWaited() {
        assertThat(MatchmakingBench.size(100_000)).isEqualTo("100k");
        assertThat(MatchmakingBench.size(99_970)).isEqualTo("100k");
        assertThat(MatchmakingBench.size(3_000)).isEqualTo("3k");
        assertThat(MatchmakingBench.size(61_900)).isEqualTo("62k");
        assertThat(MatchmakingBench.size(1_450)).isEqualTo("1450");
        assertThat(MatchmakingBench.size(320)).isEqualTo("320");
    }
}
