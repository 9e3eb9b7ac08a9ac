package dev.stoa.matchmaking.records.webhook;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Names {

    /** All addresses of a name, or the address that is written there; fails when there is none. */
    Uni<List<InetAddress>> resolve(String host);
}
