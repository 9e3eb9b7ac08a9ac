package dev.stoa.localstack.bench.signaling;

/** Two clients that talk to each other. */
record Pair(Client first, Client second) {
    Client side(boolean ofFirst) {
        return ofFirst ? first : second;
    }
}
