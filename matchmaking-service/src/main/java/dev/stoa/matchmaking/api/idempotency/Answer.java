package dev.stoa.matchmaking.api.idempotency;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is remembered.
 *
 * @param headers those that belong to what was done
 * @param body as it was sent; absent when there was none
 */
record Answer(
        int status, Map<String, String> headers, @Nullable String body) {}
