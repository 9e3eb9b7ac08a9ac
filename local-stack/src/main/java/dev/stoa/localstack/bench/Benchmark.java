package dev.stoa.localstack.bench;

import java.util.List;

/**
 * One measurement of {@code ./stoa bench}. An implementation is public, has a public constructor without parameters and
 * is named in {@code META-INF/services/dev.stoa.localstack.bench.Benchmark}.
 */
public interface Benchmark {
    /** What people type. */
    String name();

    /** What is measured beside what, on one line. */
    String summary();

    /**
     * Measures and prints; the last line is JSON.
     *
     * @param arguments what was typed after the name
     */
    void run(List<String> arguments) throws Exception;
}
