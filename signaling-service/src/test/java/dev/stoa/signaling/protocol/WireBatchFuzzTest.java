package dev.stoa.signaling.protocol;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Whatever a page posts is a bounded list of messages, or gets a short answer at once. */
class WireBatchFuzzTest {

    private static final int MOST = 32;
    private static final int LONGEST_ANSWER = 1_024;
    /** Of the processor's time, which others cannot take away. */
    private static final Duration SLOWEST = Duration.ofSeconds(1);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final Wire WIRE = new Wire(new ObjectMapper().registerModule(new JavaTimeModule()));

    @FuzzTest(maxDuration = "2m")
    void decodeAll(byte[] body) {
        var start = THREADS.getCurrentThreadCpuTime();
        try {
            assertTrue(WIRE.decodeAll(new String(body, StandardCharsets.UTF_8), MOST)
                            .size()
                    <= MOST);
        } catch (Malformed malformed) {
            var answer = WIRE.encode(malformed.answer());
            assertTrue(answer.getBytes(StandardCharsets.UTF_8).length <= LONGEST_ANSWER, answer);
        }
        assertTrue(THREADS.getCurrentThreadCpuTime() - start < SLOWEST.toNanos(), "it took too long");
    }
}
