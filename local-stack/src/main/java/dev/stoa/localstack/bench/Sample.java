package dev.stoa.localstack.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Measured values of one kind, in milliseconds. */
record Sample(String name, List<Double> values) {

    double percentile(double percent) {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) throw new IllegalStateException("nothing was measured: " + name);
        // Nearest rank: the smallest value that at least this share of the sample does not exceed.
        return sorted[Math.max(0, (int) Math.ceil(percent / 100 * sorted.length) - 1)];
    }

    double median() {
        var sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }

    /** One line for the terminal. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%-34s n=%-3d min %6.0f  median %6.0f  p95 %6.0f  max %6.0f ms",
                name,
                values.size(),
                percentile(0),
                median(),
                percentile(95),
                percentile(100));
    }
}
