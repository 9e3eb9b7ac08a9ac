package dev.stoa.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stoa.localstack.Stack;
import dev.stoa.localstack.doctor.Doctor;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;

/** The self-test of an installation, at one that is well and at one that is not. */
@ExtendWith(RunningStack.class)
class DoctorIT {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void aSystemThatIsWellIsSaidToBe(Stack stack) {
        assertThat(examine(stack.origin().toString())).as(this::output).isZero();

        assertThat(output())
                .contains("Linus Pauling and Alan Turing are signed in")
                .contains("offered after", "share the room", "20 of 20", "nothing missed", "events come at once")
                .contains("Nothing is broken");
        assertThat(examine(stack.origin().toString()))
                .as("it leaves nothing behind that is in its own way: %s", output())
                .isZero();
    }

    @Test
    void oneThatIsNotThereIsSaidToBeAway() {
        assertThat(examine("http://localhost:9")).isEqualTo(1);

        assertThat(output()).contains("FAIL  site", "nothing listens there", "1 broken");
    }

    private int examine(String url) {
        return new CommandLine(new Doctor(new PrintStream(printed, true, StandardCharsets.UTF_8))).execute(url);
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
