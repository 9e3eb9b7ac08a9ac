package dev.stoa.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StartTest {
    @Test
    void whatFailedOnAnotherThreadIsToldAsItself() {
        var failure =
                new UncheckedIOException("Cannot write logs to /full", new IOException("No space left on device"));
        var task = CompletableFuture.runAsync(() -> {
            throw failure;
        });

        var told = task.thenRun(() -> {}).handle((done, e) -> Start.plain((RuntimeException) e));

        assertThat(told.join()).isSameAs(failure);
    }
}
