package dev.stoa.localstack;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a stack is asked to be.
 *
 * @param data the folder of its state, secrets and logs
 * @param port of the public origin; 0 for any free one
 * @param instances how many of each service
 * @param testRealm whether tests may sign accounts in by password, through the client {@code stoa-load}
 * @param environment variables for all services, over the ones that the stack makes itself
 */
public record StackOptions(
        Path data, int port, Instances instances, boolean testRealm, Map<String, String> environment) {
    /** How many instances of the services that can have several, each at least one. */
    public record Instances(int matchmaking, int signaling) {
        public Instances {
            if (matchmaking < 1 || signaling < 1) throw new IllegalArgumentException("at least one instance each");
        }
    }

    public StackOptions {
        environment = Map.copyOf(environment);
    }

    /** One matchmaking and two signaling instances on any free port. */
    public static StackOptions in(Path data) {
        return new StackOptions(data, 0, new Instances(1, 2), false, Map.of());
    }

    public StackOptions withPort(int port) {
        return new StackOptions(data, port, instances, testRealm, environment);
    }

    public StackOptions withInstances(int matchmaking, int signaling) {
        return new StackOptions(data, port, new Instances(matchmaking, signaling), testRealm, environment);
    }

    public StackOptions withTestRealm() {
        return new StackOptions(data, port, instances, true, environment);
    }

    /** Sets one more variable, such as {@code STOA_ICE_STUN_URLS}. */
    public StackOptions with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new StackOptions(data, port, instances, testRealm, more);
    }
}
