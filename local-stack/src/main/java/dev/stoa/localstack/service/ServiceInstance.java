package dev.stoa.localstack.service;

import dev.stoa.localstack.process.ChildSpec;
import dev.stoa.localstack.process.Ports;
import dev.stoa.localstack.process.Readiness;
import dev.stoa.localstack.process.Signal;
import dev.stoa.localstack.process.StackException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One instance of one of Stoa's services: a JVM with two ports of its own on the loopback address. */
public final class ServiceInstance {
    // Left to itself the JVM begins with a young generation of 10 MB. Under load much of what is under way survives it,
    // and the full collections that follow stop a service for 50 to 180 ms.
    private static final List<String> SMALL_JVM =
            List.of("-XX:+UseSerialGC", "-Xms32m", "-Xmn64m", "-Xmx384m", "-Xss512k", "-XX:+ExitOnOutOfMemoryError");

    private final String name;
    private final Path jar;
    private final Map<String, String> environment;
    private final int port = Ports.free();
    private final int managementPort = Ports.free();

    /**
     * @param name of the instance, such as {@code signaling-1}
     * @param jar the service's {@code quarkus-run.jar}
     * @param environment the service's configuration, apart from its name and ports
     */
    ServiceInstance(String name, Path jar, Map<String, String> environment) {
        this.name = name;
        this.jar = jar;
        this.environment = environment;
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    /** Where the instance itself is reached, past the public origin. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public ChildSpec spec() {
        if (!Files.exists(jar)) {
            throw new StackException(jar + " is missing: build the project with ./stoa up or ./mvnw package.");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL_JVM);
        command.addAll(List.of("-jar", jar.toString()));
        var variables = new HashMap<>(environment);
        variables.putAll(Map.of(
                "STOA_INSTANCE",
                name,
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_MANAGEMENT_HOST",
                "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT",
                Integer.toString(managementPort)));
        return new ChildSpec(name, command, variables, Signal.TERM, Readiness.http(readiness()));
    }

    /** Answers 200 while the instance can do its work. */
    public URI readiness() {
        return URI.create("http://127.0.0.1:%d/q/health/ready".formatted(managementPort));
    }
}
