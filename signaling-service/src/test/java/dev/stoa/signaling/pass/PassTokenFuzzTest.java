package dev.stoa.signaling.pass;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.stoa.signaling.rig.PassPrinter;
import java.nio.charset.StandardCharsets;

/** Whatever is shown as a pass is one, or is refused. */
class PassTokenFuzzTest {

    private static final Showing SHOWING = new Showing(PassPrinter.fresh("key-1"));

    @FuzzTest(maxDuration = "2m")
    void token(byte[] shown) {
        SHOWING.show(new String(shown, StandardCharsets.ISO_8859_1));
    }
}
