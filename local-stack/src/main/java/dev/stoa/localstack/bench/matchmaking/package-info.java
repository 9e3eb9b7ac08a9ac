/** {@code ./stoa bench matchmaking}: whole life cycles of tickets over the signed-in API, beside the smallest Lua script. */
@NullMarked
package dev.stoa.localstack.bench.matchmaking;

import org.jspecify.annotations.NullMarked;
