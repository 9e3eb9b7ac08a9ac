package dev.stoa.matchmaking.api.idempotency;

import dev.stoa.matchmaking.problem.Problems;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The header of draft-ietf-httpapi-idempotency-key-header. Its value is a string of structured fields, in quotes; most
 * clients leave the quotes out, which names the same key.
 */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    private IdempotencyKey() {}

    /** The key that a request carries; fails with a 400 problem when it can't be one. */
    static Optional<String> of(List<String> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String key = unquoted(values.getFirst().strip());
        if (values.size() > 1 || !VISIBLE.matcher(key).matches()) {
            throw Problems.of(
                            400,
                            "bad-idempotency-key",
                            "Bad Idempotency-Key",
                            "Send one Idempotency-Key of 1 to 255 visible ASCII characters, for instance a UUID.")
                    .build();
        }
        return Optional.of(key);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
