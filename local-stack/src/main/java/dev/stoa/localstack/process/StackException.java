package dev.stoa.localstack.process;

import org.jspecify.annotations.Nullable;

/** Something that keeps the stack from running, told in plain sentences for the person at the terminal. */
public final class StackException extends RuntimeException {
    public StackException(String sentence) {
        this(sentence, null);
    }

    public StackException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
