package dev.stoa.matchmaking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stoa.matchmaking.support.TestWorld;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.context.SmallRyeContextManagerProvider;
import io.smallrye.context.impl.ThreadContextProviderPlan;
import java.util.List;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.junit.jupiter.api.Test;

/** What the stages of an answer carry along. */
@QuarkusTest
@WithTestResource(TestWorld.class)
class ContextPropagationTest {

    @Test
    void theRequestIsCarriedAlongAndNothingElse() {
        ThreadContextProviderPlan plan = SmallRyeContextManagerProvider.getManager()
                .defaultThreadContext()
                .getPlan();

        assertEquals(
                List.of(ThreadContext.CDI),
                plan.propagatedProviders.stream()
                        .map(ThreadContextProvider::getThreadContextType)
                        .toList());
        assertEquals(0, plan.clearedProviders.size());
    }
}
