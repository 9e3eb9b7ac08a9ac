/** Who is asking, and what identity-service knows about them. */
@NullMarked
package dev.stoa.matchmaking.account;

import org.jspecify.annotations.NullMarked;
