package dev.stoa.localstack.bench.signaling;

import java.time.Duration;

/** CPU time used, user's and system's, by both instances together and by their Redis. */
record Cpu(Duration service, Duration redis) {
    Cpu minus(Cpu earlier) {
        return new Cpu(service.minus(earlier.service), redis.minus(earlier.redis));
    }
}
