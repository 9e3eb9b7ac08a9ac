package dev.stoa.localstack.origin;

import dev.stoa.localstack.process.StackException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who may show the join page in a frame of a page of its own.
 *
 * @param origins of integrators' pages, as a browser names them; none by default
 */
public record Embedding(List<String> origins) {
    private static final Pattern ORIGIN =
            Pattern.compile("https://(\\*\\.)?[\\w.-]+(:\\d{1,5})?|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?");

    public Embedding {
        origins = List.copyOf(origins);
    }

    /**
     * Reads origins with spaces between them.
     *
     * @throws StackException when one of them is none
     */
    public static Embedding of(String setting) {
        var origins = Stream.of(setting.split("[\\s,]+"))
                .filter(each -> !each.isEmpty())
                .toList();
        origins.stream()
                .filter(each -> !ORIGIN.matcher(each).matches())
                .findFirst()
                .ifPresent(none -> {
                    throw new StackException(
                            "STOA_EMBED_ORIGINS: '%s' is not an origin such as https://school.example. Plain http is"
                                            .formatted(none)
                                    + " taken for this machine only.");
                });
        return new Embedding(origins);
    }

    /** The value of {@code frame-ancestors} for a page of the site. The guests' pages are below {@code /join}. */
    String ancestors(String path) {
        var joins = path.equals("/join") || path.startsWith("/join/");
        return joins && !origins.isEmpty() ? String.join(" ", origins) : "'none'";
    }
}
