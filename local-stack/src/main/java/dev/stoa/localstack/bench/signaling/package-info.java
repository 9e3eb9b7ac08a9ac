/** {@code ./stoa bench signaling}: Stoa's signaling beside a bare relay and socket.io, with one generator in one run. */
@NullMarked
package dev.stoa.localstack.bench.signaling;

import org.jspecify.annotations.NullMarked;
