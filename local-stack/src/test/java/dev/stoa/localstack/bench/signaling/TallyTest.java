package dev.stoa.localstack.bench.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TallyTest {
    private final Tally tally = new Tally();
    private final Client client = new Client(
            new Seat("room", "ada", "grace", true, 0), new FloorContender.Bare(), new Dialect.Upgrade("/", ""), tally);

    @BeforeEach
    void begin() {
        tally.begin(System.nanoTime(), 0);
    }

    @Test
    void whatComesOnceAndInOrderIsFine() {
        for (int number : new int[] {1, 2, 3}) tally.message(client, number, 0);

        assertThat(tally.arrived()).isEqualTo(3);
        assertThat(tally.doubled() + tally.disordered()).isZero();
    }

    @Test
    void aMessageThatComesBehindALaterOneIsOutOfOrder() {
        for (int number : new int[] {2, 1, 3}) tally.message(client, number, 0);

        assertThat(tally.disordered()).isEqualTo(1);
        assertThat(tally.arrived()).isEqualTo(3);
    }

    @Test
    void aMessageThatComesAgainIsDoubledAndCountsOnce() {
        for (int number : new int[] {1, 2, 1, 2}) tally.message(client, number, 0);

        assertThat(tally.doubled()).isEqualTo(2);
        assertThat(tally.arrived()).isEqualTo(2);
        assertThat(tally.latency().getTotalCount()).isEqualTo(2);
    }
}
