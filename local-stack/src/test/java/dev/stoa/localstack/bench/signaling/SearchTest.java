package dev.stoa.localstack.bench.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoublePredicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    @ParameterizedTest
    @ValueSource(doubles = {900, 9_000, 19_000, 50_000, 130_000})
    void findsWhatAContenderCanDo(double ceiling) {
        assertThat(find(rate -> rate <= ceiling)).isBetween(ceiling / 1.12, ceiling);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void oneFailureByChanceDoesNotCount(int unlucky) {
        var tries = new int[1];

        assertThat(find(rate -> tries[0]++ != unlucky && rate <= 50_000)).isBetween(50_000 / 1.12, 50_000.0);
    }

    private static double find(DoublePredicate keepsUp) {
        var search = new Search();
        while (!search.isOver()) {
            double rate = search.next();
            search.tried(rate, keepsUp.test(rate));
        }
        return search.found();
    }
}
