package dev.stoa.localstack.bench.signaling;

import dev.stoa.localstack.process.ChildSpec;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.Readiness;
import dev.stoa.localstack.process.Signal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** socket.io 4 with its adapter for Redis streams, the only one of its adapters with which clients can recover. */
record SocketIoContender(Path server) implements Contender {
    /** @param server the program, with what it needs installed beside it */
    SocketIoContender {}

    @Override
    public String name() {
        return "socketio";
    }

    @Override
    public String title() {
        return "socket.io streams";
    }

    @Override
    public List<Instance> instances(String redisUrl) {
        return IntStream.rangeClosed(1, 2)
                .mapToObj(number -> instance("socketio-" + number, redisUrl))
                .toList();
    }

    @Override
    public Dialect dialect() {
        return new SocketIoDialect();
    }

    private Instance instance(String name, String redisUrl) {
        int port = Ports.free();
        var command = List.of("node", server.toString(), Integer.toString(port), redisUrl);
        var ready = Readiness.http(URI.create("http://127.0.0.1:" + port));
        var environment = Map.of("NODE_ENV", "production");
        return new Instance(new ChildSpec(name, command, environment, Signal.TERM, ready), port);
    }
}
