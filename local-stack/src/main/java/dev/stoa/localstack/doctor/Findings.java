package dev.stoa.localstack.doctor;

import dev.stoa.localstack.doctor.Finding.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All that was found out so far; each finding is told as soon as it is there. */
final class Findings {
    private final List<Finding> all = new ArrayList<>();
    private final Consumer<Finding> listener;

    Findings(Consumer<Finding> listener) {
        this.listener = listener;
    }

    void fine(String what, String detail, Object... values) {
        add(Mark.FINE, what, detail, values);
    }

    void doubtful(String what, String detail, Object... values) {
        add(Mark.DOUBTFUL, what, detail, values);
    }

    void broken(String what, String detail, Object... values) {
        add(Mark.BROKEN, what, detail, values);
    }

    void broken(String what, Throwable failure) {
        broken(what, "%s", String.valueOf(failure.getMessage()));
    }

    void skipped(String what, String detail, Object... values) {
        add(Mark.SKIPPED, what, detail, values);
    }

    long count(Mark mark) {
        return all.stream().filter(finding -> finding.mark() == mark).count();
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    private void add(Mark mark, String what, String detail, Object... values) {
        var finding = new Finding(mark, what, detail.formatted(values));
        all.add(finding);
        listener.accept(finding);
    }
}
