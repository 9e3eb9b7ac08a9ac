package dev.stoa.localstack.system;

import dev.stoa.localstack.Stack;
import dev.stoa.localstack.StackOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One stack for all system tests of a run, with two instances of what can have several. */
final class RunningStack implements ParameterResolver {
    private static final Path DATA = Path.of("target", "system-test-stack");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Stack.class, unused -> start(), Stack.class);
    }

    private static Stack start() {
        // All shorter than anybody's, and longer than a page takes for it on a busy machine.
        var options = StackOptions.in(DATA)
                .withInstances(2, 2)
                .withTestRealm()
                .with("STOA_ROOM_RELOAD_WITHIN", "8s")
                .with("STOA_MATCH_OFFER_TIME", "15s")
                .with("STOA_MATCH_STEPS", "favourites:5s,exact-field:5s")
                .with("STOA_SANDBOX_PACE", "200ms")
                .with("STOA_SANDBOX_PATIENCE", "3s");
        Stack.forget(options);
        return Stack.start(options);
    }
}
