package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stoa.localstack.Stack;
import dev.stoa.localstack.StackOptions;
import dev.stoa.localstack.process.StackException;
import dev.stoa.localstack.terminal.Progress;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose first start is interrupted once it has accounts, and before they have profiles. */
class InterruptedStartIT {
    @TempDir
    private Path folder;

    @Test
    void theNextStartGivesTheExpertsTheirProfilesAndTheOneAfterItLeavesThemAlone() {
        var options = StackOptions.in(folder).withInstances(1, 1).withTestRealm();
        assertThatThrownBy(() -> Stack.start(options, interruptedBy("demo"))).hasMessage("interrupted");

        try (var stack = Stack.start(options)) {
            var grace =
                    new ApiClient(stack.origin().toString(), stack.accounts().token("grace"));

            var profile = grace.get("/api/identity/v1/me").expect(200);

            assertThat(profile.get("fields").findValuesAsText("code")).contains("061", "054");
            assertThat(folder.resolve("no-profiles")).doesNotExist();
        }
    }

    /** Ends the start as soon as that part begins. */
    private static Progress interruptedBy(String last) {
        return new Progress() {
            @Override
            public void begin(String part, String note) {
                if (part.equals(last)) throw new StackException("interrupted");
            }

            @Override
            public void ready(String part) {}

            @Override
            public void say(String line) {}
        };
    }
}
