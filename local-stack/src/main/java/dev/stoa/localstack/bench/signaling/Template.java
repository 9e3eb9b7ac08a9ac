package dev.stoa.localstack.bench.signaling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A message of which only a few places change: cheap to write, so that the generator is not what is measured. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{(n|to|mark)}");

    private sealed interface Piece {}

    private record Text(byte[] bytes) implements Piece {}

    private enum Place implements Piece {
        N,
        TO,
        MARK
    }

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /** @param text with {@code {n}}, {@code {to}} and {@code {mark}} where those belong */
    static Template of(String text) {
        var pieces = new ArrayList<Piece>();
        var places = PLACE.matcher(text);
        int from = 0;
        while (places.find()) {
            pieces.add(new Text(text.substring(from, places.start()).getBytes(StandardCharsets.UTF_8)));
            pieces.add(
                    switch (places.group(1)) {
                        case "n" -> Place.N;
                        case "to" -> Place.TO;
                        default -> Place.MARK;
                    });
            from = places.end();
        }
        pieces.add(new Text(text.substring(from).getBytes(StandardCharsets.UTF_8)));
        return new Template(List.copyOf(pieces));
    }

    /**
     * Writes the message.
     *
     * @param n its number among all that the sender says
     * @param to the addressee
     * @param due nanoseconds since the load began
     */
    void write(ByteBuffer out, long n, byte[] to, long due) {
        for (var piece : pieces) {
            switch (piece) {
                case Text text -> out.put(text.bytes);
                case Place.N -> number(out, n);
                case Place.TO -> out.put(to);
                case Place.MARK -> Mark.write(out, n, due);
            }
        }
    }

    private static void number(ByteBuffer out, long value) {
        if (value >= 10) number(out, value / 10);
        out.put((byte) ('0' + value % 10));
    }
}
