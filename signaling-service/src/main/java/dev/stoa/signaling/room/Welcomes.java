package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Instance;
import dev.stoa.signaling.cluster.JoinOutcome;
import dev.stoa.signaling.cluster.Secrets;
import dev.stoa.signaling.ice.IceServers;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import jakarta.inject.Singleton;

/** Writes the first message of a socket. */
@Singleton
final class Welcomes {

    private static final int SECRET_LENGTH = 32;

    private final Instance instance;
    private final IceServers iceServers;
    private final Wire wire;

    Welcomes(Instance instance, IceServers iceServers, Wire wire) {
        this.instance = instance;
        this.iceServers = iceServers;
        this.wire = wire;
    }

    String text(String self, JoinOutcome.Joined joined) {
        return wire.encode(new ServerMessage.Welcome(
                ServerMessage.Welcome.PROTOCOL,
                instance.name(),
                joined.epoch(),
                joined.seq(),
                self,
                Secrets.base62(SECRET_LENGTH),
                joined.others(),
                iceServers.of(self)));
    }
}
