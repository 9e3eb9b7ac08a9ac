/** Who meets whom: tickets, availabilities, offers and matches over one queue in Redis. */
@NullMarked
package dev.stoa.matchmaking;

import org.jspecify.annotations.NullMarked;
