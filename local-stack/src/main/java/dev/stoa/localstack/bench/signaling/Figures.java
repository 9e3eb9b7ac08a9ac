package dev.stoa.localstack.bench.signaling;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured as it comes, and keeps what the last line is to say. */
final class Figures {
    private final Map<String, Object> all = new LinkedHashMap<>();
    private final PrintStream out;

    Figures(PrintStream out) {
        this.out = out;
    }

    void latency(Contender contender, Outcome outcome) {
        line(
                "%-20s %6.0f msg/s  p50 %7.2f  p99 %7.2f  p99.9 %7.2f ms  CPU %5.1f + %4.1f µs  lost %d doubled %d %s",
                contender.title(),
                outcome.rate(),
                outcome.ms(50),
                outcome.ms(99),
                outcome.ms(99.9),
                outcome.cpu().service(),
                outcome.cpu().redis(),
                outcome.counts().lost(),
                outcome.counts().doubled(),
                outcome.broken());
    }

    Map<String, Object> all() {
        return all;
    }

    private void line(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).strip());
    }
}
