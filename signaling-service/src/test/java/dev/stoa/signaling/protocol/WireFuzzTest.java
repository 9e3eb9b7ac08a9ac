package dev.stoa.signaling.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Whatever a page sends is a message within its bounds, or gets a short answer at once. */
class WireFuzzTest {

    private static final int LONGEST_ANSWER = 1_024;
    /** Of the processor's time, which others cannot take away. */
    private static final Duration SLOWEST = Duration.ofSeconds(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());
    private static final Wire WIRE = new Wire(JSON);

    @FuzzTest(maxDuration = "4m")
    void decode(byte[] frame) throws JsonProcessingException {
        var start = THREADS.getCurrentThreadCpuTime();
        try {
            var message = WIRE.decode(new String(frame, StandardCharsets.UTF_8));
            assertReadsTheSameAgain(message);
        } catch (Malformed malformed) {
            var answer = WIRE.encode(malformed.answer());
            assertTrue(answer.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ANSWER, answer);
        }
        assertTrue(THREADS.getCurrentThreadCpuTime() - start < SLOWEST.toNanos(), "it took too long");
    }

    private static void assertReadsTheSameAgain(ClientMessage message) throws JsonProcessingException {
        var text = JSON.writerFor(ClientMessage.class).writeValueAsString(message);
        try {
            assertEquals(message, WIRE.decode(text));
        } catch (Malformed malformed) {
            throw new AssertionError("what was taken in is refused when written again: " + text, malformed);
        }
    }
}
