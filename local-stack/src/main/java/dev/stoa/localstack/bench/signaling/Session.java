package dev.stoa.localstack.bench.signaling;

import java.time.Duration;

/**
 * What a client of Stoa knows of its session.
 *
 * @param epoch of the room's numbers
 * @param seq the highest number received
 * @param secret shown when resuming
 * @param window how long the session can be resumed; zero: not at all
 */
record Session(String epoch, long seq, String secret, Duration window) {}
