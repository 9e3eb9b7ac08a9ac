package dev.stoa.localstack.bench.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 125, 126, 65_535, 65_536})
    void framesOfEveryLengthAreReadOnceTheyAreWhole(int length) {
        var stream = ByteBuffer.allocate(2 * length + 40);
        fromServer(stream, length);
        fromServer(stream, length);
        int whole = stream.position();
        var lengths = new ArrayList<Integer>();

        stream.flip().limit(whole - 1);
        Frames.read(stream, (opcode, payload) -> lengths.add(payload.remaining()));

        assertThat(lengths).containsExactly(length);
        stream.limit(whole);
        Frames.read(stream, (opcode, payload) -> lengths.add(payload.remaining()));
        assertThat(lengths).containsExactly(length, length);
        assertThat(stream.hasRemaining()).isFalse();
    }

    /** Without a mask, as servers write. */
    private static void fromServer(ByteBuffer out, int length) {
        out.put((byte) 0x81);
        if (length < 126) out.put((byte) length);
        else if (length <= 0xFFFF) out.put((byte) 126).putShort((short) length);
        else out.put((byte) 127).putLong(length);
        out.put(new byte[length]);
    }
}
