/** What the service answers when it can't do what was asked: problem details (RFC 9457) that say what to do next. */
@NullMarked
package dev.stoa.matchmaking.problem;

import org.jspecify.annotations.NullMarked;
