package dev.stoa.localstack.process;

import java.util.List;
import java.util.Map;

/**
 * How a child process is run.
 *
 * @param name what people call it, unique in a stack; also the name of its log
 * @param command the program and its arguments
 * @param environment variables on top of the launcher's own
 * @param stop the signal that asks it to stop
 * @param readiness tells when it can do its work
 */
public record ChildSpec(
        String name, List<String> command, Map<String, String> environment, Signal stop, Readiness readiness) {
    public ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
