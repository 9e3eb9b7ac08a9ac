package dev.stoa.localstack.bench.signaling;

import dev.stoa.localstack.process.ChildSpec;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.Readiness;
import dev.stoa.localstack.process.Signal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The floor: {@link FloorRelay} in two JVMs. */
record FloorContender(List<String> jvm) implements Contender {
    /** @param jvm the command that runs a JVM as Stoa's services have it */
    FloorContender {
        jvm = List.copyOf(jvm);
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public String title() {
        return "bare Vert.x relay";
    }

    @Override
    public List<Instance> instances(String redisUrl) {
        return IntStream.rangeClosed(1, 2)
                .mapToObj(number -> instance("floor-" + number, redisUrl))
                .toList();
    }

    @Override
    public Dialect dialect() {
        return new Bare();
    }

    private Instance instance(String name, String redisUrl) {
        int port = Ports.free();
        var command = new ArrayList<>(jvm);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                FloorRelay.class.getName(),
                Integer.toString(port),
                redisUrl));
        var ready = Readiness.http(URI.create("http://127.0.0.1:" + port));
        return new Instance(new ChildSpec(name, command, Map.of(), Signal.TERM, ready), port);
    }

    /** The same messages as Stoa's, without the envelope that nobody reads here. */
    static final class Bare implements Dialect {
        @Override
        public Upgrade enter(Seat seat) {
            return new Upgrade("/" + seat.peer() + "/" + seat.other(), "");
        }

        @Override
        public void hear(Client client, ByteBuffer text) {
            client.ready();
        }

        @Override
        public Template message(Kind kind) {
            return Template.of(Json.message(kind, ""));
        }
    }
}
