package dev.stoa.localstack.bench.signaling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a pair says to connect: an offer and ten candidates, an answer and ten candidates. */
final class Negotiation {
    private static final int CANDIDATES = 10;

    /** @param byFirst whether the side that offers says it */
    record Step(boolean byFirst, Dialect.Kind kind) {}

    static final List<Step> STEPS = steps();

    /** About 3 KB, as a browser writes it for audio, video and a data channel, ready to be put into JSON. */
    static final String SDP = sdp();

    static final String CANDIDATE =
            "candidate:{mark} 1 udp 2122260223 192.168.178.23 54321 typ host generation 0 ufrag x7Fq network-id 1";

    private Negotiation() {}

    private static List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var first : new boolean[] {true, false}) {
            steps.add(new Step(first, first ? Dialect.Kind.OFFER : Dialect.Kind.ANSWER));
            for (int i = 0; i < CANDIDATES; i++) steps.add(new Step(first, Dialect.Kind.CANDIDATE));
        }
        return List.copyOf(steps);
    }

    private static String sdp() {
        try (InputStream file = Negotiation.class.getResourceAsStream("/bench/signaling/session.sdp")) {
            if (file == null) throw new IllegalStateException("bench/signaling/session.sdp is not on the class path");
            var lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
            return String.join("\\r\\n", lines.toList()) + "\\r\\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
