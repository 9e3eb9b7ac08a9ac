/** Who is asking, and what identity-service knows about them. */
@NullMarked
package dev.stoa.matchmaking.api.account;

import org.jspecify.annotations.NullMarked;
