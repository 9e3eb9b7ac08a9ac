package dev.stoa.localstack.bench.signaling;

import dev.stoa.localstack.process.ChildSpec;
import java.util.List;

/** A system that is measured: how two instances of it are run on one Redis, and how clients talk to it. */
sealed interface Contender permits StoaContender, FloorContender, SocketIoContender {
    /** As in {@code --only}. */
    String name();

    /** As people read it. */
    String title();

    /** Its two instances, not started yet. */
    List<Instance> instances(String redisUrl);

    Dialect dialect();

    /** @param port where clients connect */
    record Instance(ChildSpec spec, int port) {}
}
