/** How many requests callers may send, and how they are told. */
@NullMarked
package dev.stoa.matchmaking.api.limit;

import org.jspecify.annotations.NullMarked;
