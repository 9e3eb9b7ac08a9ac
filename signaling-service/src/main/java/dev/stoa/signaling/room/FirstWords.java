package dev.stoa.signaling.room;

import dev.stoa.signaling.cluster.Instance;
import dev.stoa.signaling.cluster.JoinOutcome;
import dev.stoa.signaling.cluster.RoomLogConfig;
import dev.stoa.signaling.cluster.Session;
import dev.stoa.signaling.ice.IceServers;
import dev.stoa.signaling.protocol.PeerInfo;
import dev.stoa.signaling.protocol.ServerMessage;
import dev.stoa.signaling.protocol.Wire;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes the first message of a connection. */
@Singleton
final class FirstWords {

    private final Instance instance;
    private final IceServers iceServers;
    private final RoomLogConfig config;
    private final Wire wire;

    FirstWords(Instance instance, IceServers iceServers, RoomLogConfig config, Wire wire) {
        this.instance = instance;
        this.iceServers = iceServers;
        this.config = config;
        this.wire = wire;
    }

    String welcome(Session session, JoinOutcome.Joined joined) {
        return wire.encode(new ServerMessage.Welcome(
                ServerMessage.Welcome.PROTOCOL,
                instance.name(),
                joined.epoch(),
                joined.seq(),
                session.peer(),
                session.text(),
                config.resumeWithin().toSeconds(),
                infos(joined.others()),
                away(joined.others()),
                iceServers.of(session.peer())));
    }

    String resumed(String self, JoinOutcome.Resumed resumed) {
        return wire.encode(new ServerMessage.Resumed(
                resumed.seq(),
                instance.name(),
                resumed.settled(),
                infos(resumed.others()),
                away(resumed.others()),
                iceServers.of(self)));
    }

    private static List<PeerInfo> infos(List<JoinOutcome.Other> others) {
        return others.stream().map(JoinOutcome.Other::info).toList();
    }

    private static List<String> away(List<JoinOutcome.Other> others) {
        return others.stream()
                .filter(JoinOutcome.Other::away)
                .map(other -> other.info().peer())
                .toList();
    }
}
