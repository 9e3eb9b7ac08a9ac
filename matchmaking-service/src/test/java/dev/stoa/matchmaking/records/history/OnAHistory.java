package dev.stoa.matchmaking.records.history;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests of records on a world of their own, which is empty and has been written to once when each of them begins. */
abstract class OnAHistory {

    static HistoryWorld world;

    @BeforeAll
    static void start() {
        world = new HistoryWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void clear() {
        world.clear();
        world.write();
    }
}
