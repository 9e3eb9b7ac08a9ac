/** The whole system on one machine without containers: {@code ./stoa up}, and the {@link dev.stoa.localstack.Stack} that tests and benches start. */
@NullMarked
package dev.stoa.localstack;

import org.jspecify.annotations.NullMarked;
